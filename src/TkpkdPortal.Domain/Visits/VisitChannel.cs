using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Visits;

/// <summary>On what a visit was written down at the door.</summary>
public enum VisitChannel
{
    Desk = 1,
    Phone = 2,
    Paper = 3,
}

/// <summary>The words for <see cref="VisitChannel"/>.</summary>
public static class VisitChannelWords
{
    public static CodedValues<VisitChannel> Values { get; } = new((VisitChannel.Desk, "Layar"), (VisitChannel.Phone, "Ponsel"), (VisitChannel.Paper, "Kertas"));
}
