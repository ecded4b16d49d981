using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Features.Households;

/// <summary>One field beside what each release says of it.</summary>
public sealed record ListComparison(string Label, IReadOnlyList<string> Values, IReadOnlyList<bool> Differs, string Register)
{
    public static IEnumerable<ListComparison> Of(HouseholdDetails details, AreaDirectory areas)
    {
        var (lists, facts) = (details.Lists, details.Facts);
        var newest = lists[^1].Decile;
        yield return new ListComparison("Desil", [.. lists.Select(list => list.Decile)], [.. lists.Select(list => list.Decile != newest)], "–");
        if (lists.Any(list => list.RegionalDeciles is not null))
            yield return new ListComparison("Desil lainnya", [.. lists.Select(list => list.RegionalDeciles ?? "–")], [.. lists.Select(_ => false)], "–");
        yield return Line("Desa/kelurahan", lists.Select(list => (string?)areas.NameOf(list.Village)), areas.NameOf(AreaCode.Parse(facts.AreaCode).AtLevel(AreaLevel.Village)));
        if (lists.Any(list => list.SourceAreaCode is not null))
            yield return new ListComparison("Kode BPS", [.. lists.Select(list => list.SourceAreaCode ?? "–")], [.. lists.Select(_ => false)], "–");
        yield return Line("Alamat", lists.Select(list => list.Address), facts.Address.Length == 0 ? HousingLines.Unknown : facts.Address);
        yield return Line("Kepala keluarga", lists.Select(list => list.HeadName), facts.HeadName);
        var head = details.Members.FirstOrDefault(m => m.IsHead);
        yield return Numbers("NIK kepala", lists.Select(list => (list.HeadNik, list.HeadNikIndex)), head?.Nik?.Mask, head?.NikIndex);
        if (lists.Any(list => list.FamilyCard is not null))
            yield return Numbers("Nomor KK", lists.Select(list => (list.FamilyCard, list.FamilyCardIndex)), facts.FamilyCard?.Mask, facts.FamilyCardIndex);
        yield return Line("Jumlah anggota", lists.Select(list => list.Persons is { } n ? $"{n} jiwa" : null), $"{details.Members.Count} jiwa");
        yield return Line("Pekerjaan kepala", lists.Select(list => list.Occupation), PersonWords.Occupations.Label(head?.Occupation, "–"));
        foreach (var (label, value) in HousingLines.Of(facts.Housing))
            yield return Line(label, lists.Select(list => list.Housing is { } housing ? HousingLines.Of(housing).First(line => line.Label == label).Value : null), value);
        foreach (var line in SheetLines(lists))
            yield return line;
        yield return new ListComparison("Bantuan menurut daftar", [.. lists.Select(list => AidOf(list.Aid))], [.. lists.Select(_ => false)], "–");
    }

    private static ListComparison Line(string label, IEnumerable<string?> values, string register)
    {
        var written = values.Select(value => value ?? "–").ToList();
        return new ListComparison(label, written, [.. written.Select(value => value != "–" && register != HousingLines.Unknown && value != register)], register);
    }

    // Only where a sheet names the family; the register has no such fields.
    private static IEnumerable<ListComparison> SheetLines(IReadOnlyList<ListStatement> lists)
    {
        (string Label, Func<SheetTerms, string?> Value)[] lines =
        [
            ("Hasil musyawarah", sheet => sheet.Agreed is { } agreed ? (agreed ? "Tetap dalam daftar" : "Keluar dari daftar") + (sheet.HeldOn is { } on ? $", {Indonesian.Date(on)}" : "") : null),
            ("Keberadaan", sheet => sheet.Presence is { } presence ? SheetPresenceWords.Values.Label(presence) : null),
            ("Memenuhi kriteria", sheet => sheet.MeetsCriteria is { } meets ? meets ? "Ya" : "Tidak" + (sheet.Reason is { } reason ? $": {reason}" : "") : null),
            ("Catatan lembar", sheet => sheet.Note),
            ("Nama sebelum diperbaiki", sheet => sheet.NameBefore),
        ];
        return lines.Select(line => (line.Label, Values: lists.Select(list => list.Sheet is { } sheet ? line.Value(sheet) : null).ToList()))
            .Where(line => line.Values.Exists(value => value is not null))
            .Select(line => new ListComparison(line.Label, [.. line.Values.Select(value => value ?? "–")], [.. line.Values.Select(_ => false)], "–"));
    }

    private static ListComparison Numbers(string label, IEnumerable<(string? Mask, byte[]? Index)> listed, string? register, byte[]? registerIndex)
    {
        var numbers = listed.ToList();
        return new ListComparison(label, [.. numbers.Select(number => number.Mask ?? "–")],
            [.. numbers.Select(number => number.Index is not null && registerIndex is not null && !number.Index.AsSpan().SequenceEqual(registerIndex))], register ?? HousingLines.Unknown);
    }

    internal static string AidOf(ListedAid? aid)
    {
        if (aid is not { } flags)
            return "–";
        var names = new (ListedAid Flag, string Name)[]
        {
            (ListedAid.Bpnt, "BPNT"), (ListedAid.Bpum, "BPUM"), (ListedAid.Bst, "BST"), (ListedAid.Pkh, "PKH"), (ListedAid.Sembako, "Sembako"),
            (ListedAid.NationalInsurance, "PBI JKN"), (ListedAid.RegionalInsurance, "PBI daerah"),
        };
        return flags is ListedAid.None ? "Tidak ada" : string.Join(", ", names.Where(name => flags.HasFlag(name.Flag)).Select(name => name.Name));
    }
}

/// <summary>The housing variables in the order and words of the form.</summary>
public static class HousingLines
{
    public const string Unknown = "Belum diketahui";

    public static IReadOnlyList<(string Label, string Value)> Of(Housing housing) =>
    [
        ("Kepemilikan rumah", HousingWords.Tenures.Label(housing.Tenure, Unknown)),
        ("Atap", HousingWords.Roofs.Label(housing.Roof, Unknown)),
        ("Dinding", HousingWords.Walls.Label(housing.Wall, Unknown)),
        ("Lantai", HousingWords.Floors.Label(housing.Floor, Unknown)),
        ("Penerangan", HousingWords.Lightings.Label(housing.Lighting, Unknown)),
        ("Bahan bakar memasak", HousingWords.CookingFuels.Label(housing.CookingFuel, Unknown)),
        ("Sumber air minum", HousingWords.DrinkingWaters.Label(housing.DrinkingWater, Unknown)),
        ("Fasilitas buang air besar", HousingWords.Toilets.Label(housing.Toilet, Unknown)),
        ("Simpanan", HousingWords.YesNo(housing.HasSavings)),
    ];
}

/// <summary>What has come, what is to come, and what did not: the household's aid in the order in which a family asks for it.</summary>
public static class AidGroups
{
    public static IEnumerable<(string Heading, IReadOnlyList<AidLine> Lines)> Of(IReadOnlyList<AidLine> aid)
    {
        (string Heading, IReadOnlyList<AidLine> Lines)[] groups =
        [
            ("Sudah diterima", [.. aid.Where(line => line.State.HasArrived())]), ("Rencana ke depan", [.. aid.Where(line => line.State.IsPlan()).OrderBy(line => line.On)]),
            ("Tidak jadi", [.. aid.Where(line => line.State.IsDropped())]),
        ];
        return groups.Where(group => group.Lines.Count > 0);
    }
}

/// <summary>"2026: Rp2.200.000 dan 1 bantuan barang dari 2 OPD": what has arrived, the newest year first.</summary>
public static class AidSummary
{
    public static string Of(IReadOnlyList<AidLine> aid)
    {
        var arrived = aid.Where(line => line.State.HasArrived()).ToList();
        if (arrived.Count == 0)
            return aid.Count == 0 ? "" : $"{Indonesian.Number(aid.Count)} catatan, belum ada yang tersalur";
        var year = arrived.Max(line => line.On.Year);
        var ofYear = arrived.Where(line => line.On.Year == year).ToList();
        var parts = new List<string>();
        if (ofYear.Sum(line => line.Amount ?? 0) is > 0 and var sum)
            parts.Add(Indonesian.Rupiah(sum));
        if (ofYear.Count(line => line.Amount is null) is > 0 and var goods)
            parts.Add($"{Indonesian.Number(goods)} bantuan barang");
        return $"{year}: {Indonesian.List(parts)} dari {Indonesian.Number(ofYear.Select(line => line.Opd).Distinct().Count())} OPD";
    }
}
