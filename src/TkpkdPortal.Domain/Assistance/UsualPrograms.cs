using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>
/// The programs that every office has under about the same name (domain list of strategies and usual programs), recognised by their letters:
/// which strategy they serve, which needs they meet, and which of them are double aid to one another.
/// </summary>
public static class UsualPrograms
{
    private static readonly (string Letters, AidStrategy Strategy, Need Needs)[] Table =
    [
        ("BLTDANADESA", AidStrategy.ReduceExpenses, Need.Food), ("BLTDD", AidStrategy.ReduceExpenses, Need.Food),
        ("PKH", AidStrategy.ReduceExpenses, Need.Food), ("PROGRAMKELUARGAHARAPAN", AidStrategy.ReduceExpenses, Need.Food),
        ("BPNT", AidStrategy.ReduceExpenses, Need.Food), ("SEMBAKO", AidStrategy.ReduceExpenses, Need.Food), ("BANTUANPANGAN", AidStrategy.ReduceExpenses, Need.Food),
        ("PBIJKN", AidStrategy.ReduceExpenses, Need.HealthInsurance), ("PBIAPBD", AidStrategy.ReduceExpenses, Need.HealthInsurance), ("PIP", AidStrategy.ReduceExpenses, Need.Schooling),
        ("PELATIHANKERJA", AidStrategy.RaiseIncome, Need.Work), ("PRAKERJA", AidStrategy.RaiseIncome, Need.Work), ("PADATKARYA", AidStrategy.RaiseIncome, Need.Work),
        ("KUR", AidStrategy.RaiseIncome, Need.Business), ("KUBE", AidStrategy.RaiseIncome, Need.Business),
        ("RTLH", AidStrategy.ReducePockets, Need.DecentHouse), ("BSPS", AidStrategy.ReducePockets, Need.DecentHouse),
        ("REHABILITASIRUMAHTIDAKLAYAKHUNI", AidStrategy.ReducePockets, Need.DecentHouse),
        ("JAMBANISASI", AidStrategy.ReducePockets, Need.Sanitation), ("SAMBUNGANAIRMINUM", AidStrategy.ReducePockets, Need.DrinkingWater), ("BPBL", AidStrategy.ReducePockets, Need.Electricity),
    ];

    /// <summary>A program's name as it is compared: letters only.</summary>
    public static string KeyOf(string program) => CellText.Letters(program);

    public static bool IsDanaDesaCash(string program) => KeyOf(program) is var key && (key.StartsWith("BLTDANADESA", StringComparison.Ordinal) || key.StartsWith("BLTDD", StringComparison.Ordinal));

    public static bool IsPkh(string program) => KeyOf(program) is var key && (key.StartsWith("PKH", StringComparison.Ordinal) || key.StartsWith("PROGRAMKELUARGAHARAPAN", StringComparison.Ordinal));

    public static bool IsHouse(string program) => Find(program) is { Needs: Need.DecentHouse };

    /// <summary>Strategy and needs of a program that nobody has described; what is not in the table is taken for a relief of expenses.</summary>
    public static (AidStrategy Strategy, Need Needs) TermsOf(string program) => Find(program) is { Letters: not null } row ? (row.Strategy, row.Needs) : (AidStrategy.ReduceExpenses, Need.None);

    private static (string Letters, AidStrategy Strategy, Need Needs) Find(string program)
    {
        var key = KeyOf(program);
        return Array.Find(Table, row => key.StartsWith(row.Letters, StringComparison.Ordinal));
    }
}
