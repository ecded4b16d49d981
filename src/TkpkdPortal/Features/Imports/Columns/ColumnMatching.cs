using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Importing;
using TkpkdPortal.Importing.Files;
using TkpkdPortal.Web.Presentation;

namespace TkpkdPortal.Features.Imports.Columns;

/// <summary>A waiting upload whose columns somebody matches: what the file has, what is proposed or chosen, and its first rows as they would be read.</summary>
public sealed class ColumnMatching
{
    private const int Peeked = 260, Shown = 20;

    private List<RawRecord> _records = [];
    private int _at;

    public required ImportBatch Batch { get; init; }

    public required FileLayout Layout { get; init; }

    public string? Name { get; private init; }

    /// <summary>The file cannot be read at all, with the sentence that says why.</summary>
    public string? Unreadable { get; private init; }

    /// <summary>Records in which the headings may end, with what stands in them.</summary>
    public IReadOnlyList<Choice> Headings { get; private init; } = [];

    public int Heading => _records.Count == 0 ? 0 : _records[_at].Number;

    /// <summary>The columns of the file: letter and heading.</summary>
    public IReadOnlyList<Choice> Places { get; private set; } = [];

    public IReadOnlyDictionary<string, int> Chosen { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<string> Missing => [.. Layout.Needed.Where(column => !Chosen.ContainsKey(column))];

    public IReadOnlyList<ColumnPreview> Preview { get; private set; } = [];

    public static async Task<ColumnMatching?> ForAsync(PortalDbContext db, ImportIntake intake, AreaDirectory areas, BpsCodes bpsCodes, Guid id, ColumnForm form, CancellationToken ct)
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.PublicId == id && b.State == ImportState.AwaitingColumns, ct) is not { } batch)
            return null;
        try
        {
            await using var content = intake.OpenUpload(batch);
            return Of(batch, RecordFile.Peek(content, batch.Sheet, Peeked), areas, bpsCodes, form);
        }
        catch (Exception lost) when (lost is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ColumnMatching { Batch = batch, Layout = batch.Kind, Unreadable = "Berkas unggahan ini tidak ada lagi di penyimpanan portal. Muat berkasnya sekali lagi." };
        }
        catch (UnreadableFileException unreadable)
        {
            return new ColumnMatching { Batch = batch, Layout = batch.Kind, Unreadable = unreadable.Message };
        }
    }

    /// <summary>Keeps the choice as a profile, or says why it cannot be kept.</summary>
    public Outcome Keep(long userId, DateTime at, out ColumnProfile? profile) =>
        ColumnProfile.Keep(Layout, Batch.Kind, Name, ColumnMap.HeadingsAt(_records, _at), Chosen, userId, at, out profile);

    /// <summary>Something of the chosen column, numbers blotted out, so that its content can be told from its neighbour's.</summary>
    public string ExampleOf(string column) => Chosen.TryGetValue(column, out var at)
        ? _records.Skip(_at + 1).Select(record => CellText.Clean(record[at].Text)).FirstOrDefault(text => text.Length > 0) is { } text ? Masked(text) : "kosong" : "";

    private static ColumnMatching Of(ImportBatch batch, IReadOnlyList<RawRecord> records, AreaDirectory areas, BpsCodes bpsCodes, ColumnForm form)
    {
        var filled = records.Where(record => !record.IsBlank).ToList();
        if (filled.Count == 0)
            return new ColumnMatching { Batch = batch, Layout = batch.Kind, Unreadable = "Tidak ada baris yang berisi dalam berkas atau lembar ini. Muat berkas lain." };
        var asked = filled.FindIndex(record => record.Number == form.Heading);
        var matching = new ColumnMatching
        {
            Batch = batch,
            Layout = batch.Kind,
            Name = form.Name ?? Path.GetFileNameWithoutExtension(batch.FileName),
            Headings = [.. filled.Take(ColumnMap.HeadingSearchDepth).Select(record => new Choice(record.Number.ToString(CultureInfo.InvariantCulture), HeadingLabel(record)))],
            _records = filled,
            _at = asked >= 0 && asked < ColumnMap.HeadingSearchDepth ? asked : ColumnProposal.HeadingAt(filled),
        };
        matching.Choose(form);
        matching.Read(areas, bpsCodes);
        return matching;
    }

    private void Choose(ColumnForm form)
    {
        var headings = ColumnMap.HeadingsAt(_records, _at);
        Places = [.. headings.Select((heading, at) => new Choice(at.ToString(CultureInfo.InvariantCulture), $"{LetterOf(at)} · {(heading.Length == 0 ? "tanpa judul" : Masked(heading))}"))];
        Chosen = form.Places.Count == 0 ? ColumnProposal.Of(Layout, headings, [.. _records.Skip(_at + 1)])
            : form.Places.Where(place => Layout.Columns.Contains(place.Key) && int.TryParse(place.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < headings.Count)
                .ToDictionary(place => place.Key, place => int.Parse(place.Value!, CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    private void Read(AreaDirectory areas, BpsCodes bpsCodes)
    {
        var map = ColumnMap.Chosen(Layout, _records, _at, Chosen);
        var read = ColumnPreview.Reader(Batch, areas, bpsCodes, map);
        Preview = [.. _records.Where(record => record.Number >= map.FirstDataRecord && map.IsRow(record)).Take(Shown).Select(read)];
    }

    private static string HeadingLabel(RawRecord record)
    {
        var text = Masked(string.Join(", ", record.Cells.Select(cell => CellText.Clean(cell.Text)).Where(cell => cell.Length > 0).Take(4)));
        return $"Baris {record.Number}: {(text.Length > 80 ? text[..80] + "…" : text)}";
    }

    // A number of a person may stand in any cell of a file that nobody knows yet: only its beginning is shown.
    private static string Masked(string text)
    {
        var shown = PersonalNumberText.Clean(text, out _) is { Length: PersonalNumberMask.Length } digits && digits.All(char.IsAsciiDigit) ? PersonalNumberMask.Of(digits) : NumberBlot.Apply(text);
        return shown.Length > 60 ? shown[..60] + "…" : shown;
    }

    private static string LetterOf(int at)
    {
        var letters = "";
        for (var rest = at + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}

/// <summary>One of the first rows as the choice would read it; the number masked.</summary>
public sealed record ColumnPreview(int Row, string Family, string Name, string Nik, string Area, string Decile, string Born, IReadOnlyList<Finding> Findings)
{
    /// <summary>Judges rows as the import will.</summary>
    public static Func<RawRecord, ColumnPreview> Reader(ImportBatch batch, AreaDirectory areas, BpsCodes bpsCodes, ColumnMap map)
    {
        var area = AreaCode.Parse(batch.AreaCode);
        if (batch.Kind is ImportKind.Recipients)
        {
            var recipients = new Domain.Imports.Recipients.RecipientJudge(areas, area, map);
            return record =>
            {
                var recipient = recipients.Judge(record);
                return Of(recipient.Row, recipient.Program, recipient.Row.Area, areas);
            };
        }
        var judge = ListJudge.For(batch.Kind, areas, bpsCodes, area, batch.DataYear, map);
        return record =>
        {
            var row = judge.Judge(record);
            return Of(row, row.FamilyId, row.Area, areas);
        };
    }

    private static ColumnPreview Of(JudgedRow row, string family, AreaCode area, AreaDirectory areas) => new(row.Number, NumberBlot.Apply(family), NumberBlot.Apply(row.Name), row.Nik?.Mask ?? "",
        area.Stored is { Length: > 0 } ? areas.NameOf(area.AtLevel(AreaLevel.Village)) : NumberBlot.Apply(row.AreaText), row.Decile.Code > 0 ? row.Decile.Label : "",
        row.BirthDate is { } born ? Domain.Wording.Indonesian.TypedDate(born) : "", row.Findings);
}
