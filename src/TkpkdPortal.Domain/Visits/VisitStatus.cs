using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Visits;

/// <summary>State of a visit: DRAF, DIAJUKAN, DIKEMBALIKAN, DISETUJUI_KELURAHAN. A household without any is "belum dikunjungi".</summary>
public enum VisitStatus
{
    Draft = 1,
    Submitted = 2,
    Returned = 3,
    Approved = 4,
}

/// <summary>The words for <see cref="VisitStatus"/>.</summary>
public static class VisitStatusWords
{
    public static CodedValues<VisitStatus> Values { get; } = new(
        (VisitStatus.Draft, "Draf"),
        (VisitStatus.Submitted, "Menunggu persetujuan"),
        (VisitStatus.Returned, "Dikembalikan"),
        (VisitStatus.Approved, "Disetujui"));
}
