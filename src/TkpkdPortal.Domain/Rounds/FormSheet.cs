namespace TkpkdPortal.Domain.Rounds;

/// <summary>Lembar kunjungan: the paper form of one target. Its code, printed on it, finds the household again when the paper comes back.</summary>
public sealed class FormSheet
{
    private FormSheet() => Code = "";

    public FormSheet(RoundTarget target, string code, long printedById, DateTime printedAt) =>
        (TargetId, Code, PrintedById, PrintedAt) = (target.Id, code, printedById, printedAt);

    public long TargetId { get; private set; }

    public string Code { get; private set; }

    /// <summary>Who printed it first; printing it again keeps its code.</summary>
    public long PrintedById { get; private set; }

    public DateTime PrintedAt { get; private set; }
}
