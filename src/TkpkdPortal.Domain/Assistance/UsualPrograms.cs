using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>
/// The programs that every office has under about the same name (domain list of strategies and usual programs), recognised by their letters:
/// which strategy they serve, which needs they meet, and which group the rules on overlapping aid count them in.
/// </summary>
public static class UsualPrograms
{
    private static readonly (string Letters, AidStrategy Strategy, Need Needs, ProgramGroup? Group)[] Table =
    [
        ("BLTDANADESA", AidStrategy.ReduceExpenses, Need.Food, ProgramGroup.DanaDesaCash), ("BLTDD", AidStrategy.ReduceExpenses, Need.Food, ProgramGroup.DanaDesaCash),
        ("PKH", AidStrategy.ReduceExpenses, Need.Food, ProgramGroup.Pkh), ("PROGRAMKELUARGAHARAPAN", AidStrategy.ReduceExpenses, Need.Food, ProgramGroup.Pkh),
        ("BPNT", AidStrategy.ReduceExpenses, Need.Food, ProgramGroup.Sembako), ("SEMBAKO", AidStrategy.ReduceExpenses, Need.Food, ProgramGroup.Sembako),
        ("BANTUANPANGAN", AidStrategy.ReduceExpenses, Need.Food, null),
        ("PBIJKN", AidStrategy.ReduceExpenses, Need.HealthInsurance, ProgramGroup.InsuranceContribution), ("PBIAPBD", AidStrategy.ReduceExpenses, Need.HealthInsurance, ProgramGroup.InsuranceContribution),
        ("PIP", AidStrategy.ReduceExpenses, Need.Schooling, ProgramGroup.SchoolGrant),
        ("PELATIHANKERJA", AidStrategy.RaiseIncome, Need.Work, null), ("PRAKERJA", AidStrategy.RaiseIncome, Need.Work, null), ("PADATKARYA", AidStrategy.RaiseIncome, Need.Work, null),
        ("KUR", AidStrategy.RaiseIncome, Need.Business, null), ("KUBE", AidStrategy.RaiseIncome, Need.Business, null),
        ("RTLH", AidStrategy.ReducePockets, Need.DecentHouse, ProgramGroup.HouseRepair), ("BSPS", AidStrategy.ReducePockets, Need.DecentHouse, ProgramGroup.HouseRepair),
        ("REHABILITASIRUMAHTIDAKLAYAKHUNI", AidStrategy.ReducePockets, Need.DecentHouse, ProgramGroup.HouseRepair),
        ("JAMBANISASI", AidStrategy.ReducePockets, Need.Sanitation, null), ("SAMBUNGANAIRMINUM", AidStrategy.ReducePockets, Need.DrinkingWater, null), ("BPBL", AidStrategy.ReducePockets, Need.Electricity, null),
    ];

    /// <summary>A program's name as it is compared: letters only.</summary>
    public static string KeyOf(string program) => CellText.Letters(program);

    public static ProgramGroup? GroupOf(string program) => Find(program).Group;

    /// <summary>Strategy and needs of a program that nobody has described; what is not in the table is taken for a relief of expenses.</summary>
    public static (AidStrategy Strategy, Need Needs) TermsOf(string program) => Find(program) is { Letters: not null } row ? (row.Strategy, row.Needs) : (AidStrategy.ReduceExpenses, Need.None);

    private static (string Letters, AidStrategy Strategy, Need Needs, ProgramGroup? Group) Find(string program)
    {
        var key = KeyOf(program);
        return Array.Find(Table, row => key.StartsWith(row.Letters, StringComparison.Ordinal));
    }
}
