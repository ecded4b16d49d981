using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Meetings;

/// <summary>One report on a decision, with the state that the decision had after it; never changed.</summary>
public sealed class DecisionReport
{
    public const int TextMaxLength = 1_000, EvidenceMaxLength = 300;

    private DecisionReport() => Progress = "";

    internal DecisionReport(int number, ReportTerms terms, (DecisionState State, int Percent) after, Reporter reporter, DateTime at)
    {
        (Number, At, UserId, OpdId) = (number, at, reporter.UserId, reporter.OpdId);
        (State, Percent) = after;
        // Judged before, so it is there.
        Progress = terms.Progress!.Trim();
        (Obstacle, Evidence) = (TypedText.OrNull(terms.Obstacle), TypedText.OrNull(terms.Evidence));
    }

    public long Id { get; private set; }

    public long DecisionId { get; private set; }

    public int Number { get; private set; }

    public DateTime At { get; private set; }

    public long UserId { get; private set; }

    /// <summary>For which OPD; null for the secretariat and for heads of villages and districts.</summary>
    public long? OpdId { get; private set; }

    public DecisionState State { get; private set; }

    public int Percent { get; private set; }

    public string Progress { get; private set; }

    public string? Obstacle { get; private set; }

    public string? Evidence { get; private set; }
}
