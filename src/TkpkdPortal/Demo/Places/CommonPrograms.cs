using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Welfare;
using static TkpkdPortal.Demo.DemoProgram;

namespace TkpkdPortal.Demo.Places;

/// <summary>Programs that every region has, with the subkegiatan of the national nomenclature where the budget is the region's own.</summary>
internal static class CommonPrograms
{
    public static DemoProgram Pkh { get; } = new("dinsos", About("PKH", AidStrategy.ReduceExpenses, FundSource.Apbn, Need.Food) with { UnitCost = 600_000m }, 22) { IsQuarterly = true, ForHead = true };

    public static DemoProgram Sembako { get; } = new("dinsos", About("Sembako", AidStrategy.ReduceExpenses, FundSource.Apbn, Need.Food) with { UnitCost = 600_000m }, 38) { IsQuarterly = true, ForHead = true };

    public static DemoProgram RegionalFood { get; } = new("dinsos", About("Bantuan pangan daerah", AidStrategy.ReduceExpenses, FundSource.RegionalApbd, Need.Food) with
    { BudgetCode = "1.06.05.2.02.0001", BudgetName = "Fasilitasi bantuan sosial kesejahteraan keluarga", UnitCost = 200_000m }, 45);

    public static DemoProgram WorkTraining(string goods, int share) => new("opd", About("Pelatihan kerja dan alat usaha", AidStrategy.RaiseIncome, FundSource.RegionalApbd, Need.Work) with
    { BudgetCode = "2.07.03.2.01.0001", BudgetName = "Pelatihan kerja berdasarkan klaster kompetensi", Target = AidTarget.Person, Unit = "paket" }, share)
    { Goods = goods };

    public static DemoProgram DecentHouse(string name, FundSource source, decimal unitCost, int share) => new("disperkim", About(name, AidStrategy.ReducePockets, source, Need.DecentHouse) with
    { BudgetCode = "1.04.03.2.02.0006", BudgetName = "Perbaikan rumah tidak layak huni", UnitCost = unitCost, Unit = "unit rumah" }, share);

    public static DemoProgram HouseConnection(string name, int share) => new("dpupr", About(name, AidStrategy.ReducePockets, FundSource.Dak, Need.DrinkingWater) with
    { BudgetCode = "1.03.03.2.01.0014", BudgetName = "Pemasangan sambungan rumah", Unit = "sambungan" }, share)
    { Goods = "Sambungan rumah" };

    /// <summary>Latrines that a partner pays for.</summary>
    public static DemoProgram Latrines(string partner, int share) => new("dpupr", About("Jambanisasi", AidStrategy.ReducePockets, FundSource.Csr, Need.Sanitation) with
    { Partner = partner, Unit = "unit" }, share)
    { Goods = "Jamban dan tangki septik" };

    public static DemoProgram ZakatParcels(string baznas) => new("dinsos", About("Paket sembako BAZNAS", AidStrategy.ReduceExpenses, FundSource.Baznas, Need.Food) with
    { Partner = baznas, Unit = "paket" }, 8)
    { Goods = "Paket sembako" };

    public static DemoProgram ToddlerFood(int share) => new("dinkes", About("Makanan tambahan balita", AidStrategy.ReduceExpenses, FundSource.RegionalApbd, Need.Stunting) with
    { BudgetCode = "1.02.02.2.02.0015", BudgetName = "Pengelolaan pelayanan kesehatan gizi masyarakat", Unit = "paket" }, share)
    { Goods = "Makanan tambahan 90 hari" };
}
