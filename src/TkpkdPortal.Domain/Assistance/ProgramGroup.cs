using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>Jenis program: the programs that rules on overlapping aid name, whatever each OPD calls its own; a program belongs to at most one, by the letters of its name.</summary>
public enum ProgramGroup
{
    DanaDesaCash = 1,
    Pkh = 2,
    Sembako = 3,
    InsuranceContribution = 4,
    SchoolGrant = 5,
    HouseRepair = 6,
}

/// <summary>The words for <see cref="ProgramGroup"/>, and the codes that answers of the program carry.</summary>
public static class ProgramGroupWords
{
    public static CodedValues<ProgramGroup> Values { get; } = new(
        (ProgramGroup.DanaDesaCash, "BLT Dana Desa"), (ProgramGroup.Pkh, "PKH"), (ProgramGroup.Sembako, "Sembako/BPNT"), (ProgramGroup.InsuranceContribution, "PBI jaminan kesehatan"),
        (ProgramGroup.SchoolGrant, "PIP"), (ProgramGroup.HouseRepair, "Perbaikan rumah (RTLH/BSPS)"));

    public static CodedValues<ProgramGroup> Codes { get; } = new(
        (ProgramGroup.DanaDesaCash, "BLT_DD"), (ProgramGroup.Pkh, "PKH"), (ProgramGroup.Sembako, "SEMBAKO"), (ProgramGroup.InsuranceContribution, "PBI"), (ProgramGroup.SchoolGrant, "PIP"), (ProgramGroup.HouseRepair, "RTLH"));
}
