using TkpkdPortal.Domain.Imports;

namespace TkpkdPortal.Importing;

/// <summary>Counts the rows of a file as they are judged.</summary>
internal sealed class ImportTally(ImportKind kind)
{
    private readonly HashSet<int> _rejected = [], _review = [], _withWarning = [];

    public int Rows { get; private set; }

    public void Add(JudgedRow row)
    {
        Rows++;
        if (row.IsRejected)
            _rejected.Add(row.Number);
        else if (row.IsForReview)
            _review.Add(row.Number);
        else if (row.Findings.Count > 0)
            _withWarning.Add(row.Number);
    }

    /// <summary>Rows that share a NIK wait, unless they are rejected anyway.</summary>
    public void AddShared(IEnumerable<int> rows)
    {
        foreach (var row in rows.Where(row => !_rejected.Contains(row)))
            _review.Add(row);
    }

    public ImportCounts Counts(ImportStager stager, ListJudge judge)
    {
        return new ImportCounts
        {
            Rows = Rows,
            Families = judge.FamilyCount,
            Persons = kind.IsOfPersons() ? Rows : 0,
            New = stager.Count(RowNews.New),
            Changed = stager.Count(RowNews.Changed),
            Same = stager.Count(RowNews.Same),
            Review = _review.Union(stager.HeldForReview).Count(),
            Rejected = _rejected.Count,
            AcceptedWithWarning = _withWarning.Count(row => stager.NewsOf(row) is RowNews.New or RowNews.Changed or RowNews.Same),
            NikAreaUnknown = judge.NikAreaUnknown,
        };
    }
}
