using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Welfare;

/// <summary>The words for <see cref="Need"/>, in the order of the domain list N01–N12.</summary>
public static class NeedWords
{
    public static CodedValues<Need> Values { get; } = new(
        (Need.None, "Tidak ada"), (Need.Food, "Pangan"), (Need.HealthInsurance, "Jaminan kesehatan"), (Need.Schooling, "Pendidikan anak"), (Need.DecentHouse, "Rumah layak"),
        (Need.DrinkingWater, "Air minum"), (Need.Sanitation, "Sanitasi"), (Need.Electricity, "Listrik"), (Need.Work, "Pekerjaan"), (Need.Business, "Usaha"),
        (Need.Stunting, "Stunting"), (Need.ElderlyOrDisabled, "Lansia dan disabilitas"), (Need.CivilDocuments, "Administrasi kependudukan"));

    /// <summary>The single needs of a set, in their order.</summary>
    public static IEnumerable<Need> Of(Need needs) => Values.All.Where(need => need is not Need.None && needs.HasFlag(need));

    /// <summary>"Pangan dan Air minum"; empty for none.</summary>
    public static string List(Need needs) => Indonesian.List([.. Of(needs).Select(Values.Label)]);
}
