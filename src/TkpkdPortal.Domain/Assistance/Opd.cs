using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>
/// Perangkat daerah (OPD): a regional agency that runs programs. Its duty is the set of needs that fall to it by its tupoksi; it sees the
/// households that have one of them, and those it already helps.
/// </summary>
public sealed class Opd : IHasPublicId
{
    public const int NameMaxLength = 150, ShortNameMaxLength = 40;

    private Opd() => (Name, ShortName) = ("", "");

    public Opd(string name, string shortName, Need duty)
    {
        PublicId = Guid.CreateVersion7();
        (Name, ShortName, Duty) = (name, shortName, duty);
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public string Name { get; private set; }

    public string ShortName { get; private set; }

    public Need Duty { get; private set; }
}
