using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>
/// The sentences that open a chapter, made from its figures alone: what is, what stands out, what is missing. Each claim is one that the table below bears out; where several are equal, all of them are named.
/// </summary>
public static class PackSentences
{
    public static string[] Of(PackOverlaps overlaps) => overlaps.Findings == 0
        ? [$"Tidak ada bantuan tahun {overlaps.Year} yang menurut aturan mungkin ganda dan belum diputus."]
        :
        [
            $"*{Indonesian.Number(overlaps.Findings)} temuan* bantuan yang mungkin ganda belum diputus, pada *{Indonesian.Number(overlaps.Families)} KK*; nilai seluruh bantuan yang disebutnya {Indonesian.Rupiah(overlaps.Amount)}.",
            "Setiap temuan diperiksa OPD-nya sebelum ada yang dihentikan.",
        ];

    public static string[] Of(PackDanaDesa funds)
    {
        if (funds.FirstDecile == 0)
            return ["Tidak ada KK desil 1 di desa mana pun menurut register."];
        var first = $"Di *{Indonesian.Number(funds.Desa)} desa* tinggal *{Indonesian.Number(funds.FirstDecile)} KK* desil 1; Dana Desa {funds.Year} menjangkau atau direncanakan bagi {Indonesian.Number(funds.Reached)} KK ({Indonesian.Percent(funds.Reached, funds.FirstDecile)} persen).";
        return funds.WithoutPlan.Count == 0 ? [first, "Setiap desa itu sudah merencanakan sesuatu bagi mereka."]
            : [first, $"*{Indonesian.Number(funds.WithoutPlan.Count)} desa* belum merencanakannya bagi satu pun; di sana ada {Indonesian.Number(funds.WithoutPlan.Sum(desa => desa.FirstDecile))} KK desil 1."];
    }

    public static string[] Of(IReadOnlyList<DecisionLine> decisions, DateOnly today)
    {
        if (decisions.Count == 0)
            return ["Belum ada keputusan rakor sebelumnya yang dicatat dalam portal. Keputusan rapat ini membuka rakor berikut."];
        var (late, open, done, dropped) = (decisions.Count(line => line.IsOverdue(today)), decisions.Count(line => line.IsOpen), decisions.Count(line => line.State is DecisionState.Done), decisions.Count(line => line.State is DecisionState.Cancelled));
        var first = $"Dari *{Indonesian.Number(decisions.Count)} keputusan* yang dibawa dari rakor sebelumnya, *{Indonesian.Number(done)} selesai*, {(dropped == 0 ? "dan " : "")}{Indonesian.Number(open)} belum selesai{(dropped == 0 ? "" : $", dan {Indonesian.Number(dropped)} dibatalkan")}.";
        var second = late == 0 ? "Tidak ada yang lewat tenggat." : $"*{Indonesian.Number(late)} keputusan lewat tenggat*: {Indonesian.List([.. decisions.Where(line => line.IsOverdue(today)).GroupBy(line => line.Opd).OrderByDescending(opd => opd.Count()).ThenBy(opd => opd.Key, StringComparer.Ordinal).Select(opd => $"{opd.Key} {Indonesian.Number(opd.Count())}")])}.";
        var silent = decisions.Count(line => line.IsOpen && line.Progress is null);
        return silent == 0 ? [first, second] : [first, second, $"{Indonesian.Number(silent)} keputusan belum pernah dilaporkan."];
    }

    public static string[] Of(PackNeeds needs)
    {
        if (needs.Households == 0)
            return ["Belum ada keluarga dalam register."];
        if (needs.InNeed == 0)
            return [$"Dari *{Indonesian.Number(needs.Households)} KK* belum ada kebutuhan yang diketahui."];
        var first = $"*{Indonesian.Number(needs.InNeed)} dari {Indonesian.Number(needs.Households)} KK* punya sedikitnya satu kebutuhan yang diketahui; {Indonesian.Number(needs.FullyMet)} KK sudah dibantu untuk semuanya, *{Indonesian.Number(needs.NotMet)} KK* belum dibantu untuk satu pun pada tahun {needs.Year}.";
        var most = needs.ByNeed.Max(line => line.Nobody);
        return most == 0 ? [first, "Setiap kebutuhan yang diketahui sudah terpenuhi atau direncanakan."]
            : [first, $"Yang paling banyak belum diambil siapa pun: *{Indonesian.List([.. needs.ByNeed.Where(line => line.Nobody == most).Select(line => line.Name)])}*, {Indonesian.Number(most)} KK."];
    }

    public static string[] Of(PackLoci loci)
    {
        if (loci.FirstDecile == 0)
            return ["Belum ada KK desil 1 dalam register, sehingga belum ada lokus."];
        var (inside, outside) = (loci.Loci.Sum(line => line.FirstDecile), loci.Rest.Sum(line => line.FirstDecile));
        return
        [
            $"*{Indonesian.Number(loci.Loci.Count)} desa dan kelurahan* menjadi lokus dan memuat *{Indonesian.Number(inside)} KK* desil 1 ({Indonesian.Percent(inside, loci.FirstDecile)} persen); yang pertama {loci.Loci[0].Name}, Kecamatan {loci.Loci[0].District}.",
            outside == 0 ? "Tidak ada KK desil 1 di luar lokus." : $"*{Indonesian.Number(outside)} KK* desil 1 ({Indonesian.Percent(outside, loci.FirstDecile)} persen) tinggal di luar lokus, di {Indonesian.Number(loci.Rest.Count(line => line.FirstDecile > 0))} desa dan kelurahan.",
        ];
    }

    public static string[] Of(PackCases cases)
    {
        var graduated = cases.Graduated.Sum(kind => kind.Count);
        return
        [
            cases.Open == 0 ? "Tidak ada keluarga yang sedang ditangani per kasus." : $"*{Indonesian.Number(cases.Open)} KK* sedang ditangani per kasus, {(cases.Overdue == 0 ? "tidak ada yang" : $"*{Indonesian.Number(cases.Overdue)}* di antaranya")} lewat tenggat.",
            graduated == 0 ? "Tidak ada keluarga yang sedang berstatus graduasi." : $"*{Indonesian.Number(graduated)} KK* sudah graduasi, {Indonesian.Number(cases.Watched)} di antaranya masih dipantau{(cases.Suspected == 0 ? "" : $" dan {Indonesian.Number(cases.Suspected)} mungkin kambuh")}.",
        ];
    }
}
