using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Figures;

namespace TkpkdPortal.Features.Rakor.Pack;

/// <summary>
/// The sentences that open a chapter, made from its figures alone: what is, what stands out, what is missing. Each claim is one that the table below bears out; where several are equal, all of them are named.
/// </summary>
public static class PackSentences
{
    /// <summary>What a chapter says of these figures.</summary>
    public static string[] Of(PackChapter chapter, RakorFigures figures) => chapter switch
    {
        PackChapter.Decisions => Of(figures.Decisions, figures.DataDay),
        PackChapter.Macro => Of(figures.Macro),
        PackChapter.Deciles => OfDeciles(figures),
        PackChapter.Differences => figures.Differences is { } differences ? Of(differences) : OnlyToday(figures),
        PackChapter.Verification => OfVerification(figures),
        PackChapter.Housing => Of(figures.Housing.Total),
        PackChapter.Aid => Of(figures.Aid),
        PackChapter.Needs => figures.Needs is { } needs ? Of(needs) : OnlyToday(figures),
        PackChapter.Overlaps => figures.Overlaps is { } overlaps ? Of(overlaps) : OnlyToday(figures),
        PackChapter.Loci => figures.Loci is { } loci ? Of(loci) : OnlyToday(figures),
        PackChapter.DanaDesa => figures.DanaDesa is { } funds ? Of(funds) : OnlyToday(figures),
        PackChapter.Cases => figures.Cases is { } cases ? Of(cases) : OnlyToday(figures),
        PackChapter.Districts => figures.DistrictPages is { } pages ? Of(pages) : OnlyToday(figures),
        _ => Of(PackRecommendations.Of(figures)),
    };

    /// <summary>The same, a sentence a line: what an edited opening is compared with.</summary>
    public static string Joined(PackChapter chapter, RakorFigures figures) => string.Join('\n', Of(chapter, figures));

    // Figures that nobody kept for past days; Dana Desa also where there is no desa.
    private static string[] OnlyToday(RakorFigures figures) => !figures.IsPast ? [] : [$"Bab ini dihitung untuk keadaan hari ini; untuk {Indonesian.Date(figures.DataDay)} tidak tersedia."];

    public static string[] Of(IReadOnlyList<OfficialFigure> macro)
    {
        var own = macro.Where(figure => figure.Scope is MacroScope.Office).ToList();
        if (own.Count == 0)
            return ["Angka BPS belum dikonfirmasi; dicetak setelah kantor mengonfirmasi nilai dan sumbernya."];
        if (own.Find(figure => figure.Indicator is MacroIndicator.PoorShare) is not { } share)
            return [$"*{Indonesian.Number(own.Count)} angka BPS* sudah dikonfirmasi kantor; persentase penduduk miskin belum."];
        // Two surveys are compared only where they are of the same month.
        var beside = macro.Where(figure => figure.Indicator == share.Indicator && figure.Scope is not MacroScope.Office && (figure.Year, figure.Month) == (share.Year, share.Month))
            .Select(figure => $"{(figure.Value < share.Value ? "di atas" : figure.Value > share.Value ? "di bawah" : "sama dengan")} angka {(figure.Scope is MacroScope.Province ? "provinsi" : "nasional")} ({figure.Written})").ToList();
        return [$"Menurut BPS *{share.Written}* penduduk miskin pada {share.Period}{(beside.Count == 0 ? "." : $", {Indonesian.List(beside)}.")}", "Angka BPS berasal dari survei dan tidak dibandingkan dengan desil daftar."];
    }

    private static string[] OfDeciles(RakorFigures figures)
    {
        var (deciles, families) = (figures.Deciles.ByDecile.Where(decile => decile.Decile.IsKnown).ToList(), figures.Deciles.Families);
        if (figures.Release is null || deciles.Count == 0)
            return ["Belum ada daftar yang dimuat."];
        var poorest = deciles[0];
        var first = (deciles.Count > 1 ? $"*{Indonesian.Number(poorest.Families)} KK* ({Indonesian.Percent(poorest.Families, families)} persen dari daftar)" : $"Seluruh *{Indonesian.Number(families)} KK* dalam daftar")
            + $" berada pada desil {poorest.Decile.Label}"
            + (poorest.Persons is { } persons ? $", dengan {Indonesian.Number(persons)} jiwa." : ".");
        var all = figures.FamilySizes.Sum(village => village.Families.Sum());
        return [first, figures.FamilySizes is [var biggest, ..]
            ? $"Dari *{Indonesian.Number(all)} jiwa* ({Indonesian.Number(families)} KK), *{Indonesian.Number(biggest.Families.Sum())} jiwa* ({Indonesian.Percent(biggest.Families.Sum(), all)} persen) tinggal di {biggest.Village}, Kecamatan {biggest.District}."
            : OfDistricts(figures)];
    }

    private static string OfDistricts(RakorFigures figures)
    {
        var ranked = figures.Deciles.Ranked();
        string Name(AreaDeciles area) => figures.AreaNames.GetValueOrDefault(area.AreaCode, area.AreaCode);
        // In a province the parts are kabupaten and kota, which say so in their names.
        var kind = figures.Office.IsProvince ? "" : "Kecamatan ";
        var top = ranked.Where(area => area.Total == ranked[0].Total).ToList();
        return ranked.Count <= 1 ? $"Semua keluarga berada di {kind}{Name(ranked[0])}."
            : ranked.Count <= 4 ? $"Keluarga tersebar di {Indonesian.Number(ranked.Count)} {figures.Office.PlaceWord}; yang terbanyak di {kind}{Indonesian.List([.. top.Select(Name)])}, {(top.Count > 1 ? "masing-masing " : "")}{Indonesian.Number(ranked[0].Total)} KK."
            : $"{kind}{Indonesian.List([.. ranked.Take(4).Select(Name)])} memuat {Indonesian.Percent(ranked.Take(4).Sum(area => area.Total), figures.Deciles.Families)} persen dari seluruh daftar.";
    }

    public static string[] Of(PackDifferences differences)
    {
        if (differences.Second is null)
            return ["Belum ada daftar yang dapat dibandingkan."];
        if (differences.InBoth == 0)
            return [$"Tidak ada keluarga yang disebut baik oleh {differences.First} maupun oleh {differences.Second}."];
        var first = $"*{Indonesian.Number(differences.Differing)} dari {Indonesian.Number(differences.InBoth)} KK* yang disebut {differences.First} dan {differences.Second} berbeda dalam sedikitnya satu isian yang belum diputus.";
        if (differences.Differing == 0)
            return [first];
        var most = differences.ByField.Max(line => line.Families);
        var places = differences.ByDistrict.Where(line => line.Families == differences.ByDistrict.Max(one => one.Families)).ToList();
        return [first, $"Paling sering: *{Indonesian.List([.. differences.ByField.Where(line => line.Families == most).Select(line => line.Name)])}*, {Indonesian.Number(most)} KK; paling banyak di Kecamatan {Indonesian.List([.. places.Select(line => line.Name)])}, {Indonesian.Number(places[0].Families)} KK."];
    }

    private static string[] OfVerification(RakorFigures figures)
    {
        var v = figures.Verification;
        if (v.Target == 0)
            return ["Belum ada keluarga dalam register."];
        if (v.Visited == 0)
            return [$"Dari *{Indonesian.Number(v.Target)} KK* dalam register belum ada yang dikunjungi."];
        var started = figures.Districts.Where(d => d.Figure.Visited > 0).ToList();
        var waiting = figures.Districts.Count(d => d.Figure is { Target: > 0, Visited: 0 });
        var first = $"*{Indonesian.Number(v.Visited)} dari {Indonesian.Number(v.Target)} KK* ({Indonesian.Percent(v.Visited, v.Target)} persen) sudah dikunjungi, di {Indonesian.List([.. started.Take(4).Select(d => d.Name)])}"
            + (started.Count > 4 ? $" dan {Indonesian.Number(started.Count - 4)} kecamatan lain" : "") + (waiting == 0 ? "." : $"; {Indonesian.Number(waiting)} kecamatan belum dimulai.");
        var second = v.Approved == 0 ? "Belum ada kunjungan yang disetujui."
            : $"{Indonesian.Number(v.Approved)} KK sudah disetujui: *{Indonesian.Number(v.Eligible)} KK* layak, {Indonesian.Number(v.NotEligible)} KK tidak layak, {Indonesian.Number(v.Others)} KK lainnya.";
        return [first, second];
    }

    public static string[] Of(AreaLacks total) => total.Families == 0 ? ["Belum ada daftar keluarga yang memuat keadaan rumah."] :
    [
        $"*{Indonesian.Number(total.Water)} dari {Indonesian.Number(total.Families)} KK* ({Indonesian.Percent(total.Water, total.Families)} persen) minum dari sumber yang tidak layak, dan *{Indonesian.Number(total.Sanitation)} KK* ({Indonesian.Percent(total.Sanitation, total.Families)} persen) belum punya jamban sendiri dengan tangki septik.",
        $"{Indonesian.Number(total.Electricity)} KK tidak memakai listrik. Kayu dan air hujan tidak dihitung sebagai kekurangan.",
    ];

    public static string[] Of(IReadOnlyList<AidFigure> aid) => aid.Count == 0 ? ["OPD belum mencatat bantuan untuk keluarga dalam register."]
        : [$"OPD mencatat *{Indonesian.Number(aid.Count)} program* yang menjangkau keluarga dalam register, dengan nilai tersalur *{Indonesian.Rupiah(aid.Sum(one => one.Amount))}*. Satu KK dapat menerima beberapa program, sehingga KK antarprogram tidak dijumlahkan."];

    public static string[] Of(IReadOnlyList<PackDistrict> pages) => pages.Count == 0 ? ["Belum ada keluarga dalam register."]
        : [$"Satu halaman untuk tiap kecamatan: *{Indonesian.Number(pages.Count)} kecamatan* dengan {Indonesian.Number(pages.Sum(page => page.Villages.Count))} desa dan kelurahan yang punya keluarga dalam register."];

    /// <summary>The first lines of the page of one kecamatan.</summary>
    public static string[] Of(PackDistrict district)
    {
        var total = district.Total;
        if (total.Target == 0)
            return ["Belum ada keluarga dalam register."];
        var most = district.Villages.Where(village => village.Target == district.Villages.Max(one => one.Target)).ToList();
        return
        [
            $"*{Indonesian.Number(total.Target)} KK* menjadi sasaran{(district.Villages.Count == 1 ? "" : $", paling banyak di {Indonesian.List([.. most.Select(village => village.Name)])} ({Indonesian.Number(most[0].Target)} KK)")}; {(total.Visited == 0 ? "belum ada yang dikunjungi" : $"*{Indonesian.Number(total.Visited)} KK* sudah dikunjungi")}.",
            total.InNeed == 0 ? "Belum ada kebutuhan yang diketahui." : $"*{Indonesian.Number(total.NotMet)} dari {Indonesian.Number(total.InNeed)} KK* yang membutuhkan belum dibantu untuk satu pun kebutuhannya tahun ini.",
        ];
    }

    public static string[] Of(IReadOnlyList<PackRecommendation> proposed) => proposed.Count == 0 ? ["Angka bahan ini tidak memunculkan usulan; rapat dapat memutuskan yang lain."]
        : [$"Dari angka bahan ini portal menyusun *{Indonesian.Number(proposed.Count)} usulan*. Rapat yang memutuskan; yang diputuskan dicatat dalam notula dan dipantau sampai selesai."];

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
