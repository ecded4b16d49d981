using TkpkdPortal.Benchmarks;
using TkpkdPortal.Benchmarks.Bare;

// Run by hand, in Release, on a quiet machine; the figures go to docs/performance.md.
switch (args)
{
    case ["papers", .. var rest]:
        return await PapersBenchmark.RunAsync(Runs(rest));
    case ["import", var families, .. var rest]:
        return await ImportBenchmark.RunAsync(Measured.Count(families), Runs(rest));
    case ["scale", var families]:
        return await ScaleBenchmark.RunAsync(Measured.Count(families));
    case ["scale-pages", var families]:
        return await ScalePagesBenchmark.RunAsync(Measured.Count(families));
    case ["gap", var families]:
        return await GapBenchmark.RunAsync(Measured.Count(families));
    case ["packs", var families]:
        return await PacksBenchmark.RunAsync(Measured.Count(families));
    case ["pages", var families, .. var rest]:
        return await PagesBenchmark.RunAsync(Measured.Count(families), rest is [var only] ? only : null);
    case ["doubles", var persons]:
        return await DoublesBenchmark.RunAsync(Measured.Count(persons));
    // What the benchmarks start as processes of their own, so that time and memory are theirs alone.
    case ["write-paper", var pages, var file]:
        return PapersBenchmark.Write(Measured.Count(pages), file);
    case ["pack-of", var data, var office, var json]:
        return await PacksBenchmark.PackOfAsync(data, office, json);
    case ["write-long", var json, var file]:
        return PacksBenchmark.WriteLong(json, file);
    case ["profiles-of", var data, var office]:
        return await PacksBenchmark.ProfilesOfAsync(data, office);
    case ["doubles-of", var persons]:
        return DoublesBenchmark.Of(Measured.Count(persons));
    case ["serve-bare", var database]:
        return await BareServer.ServeAsync(database);
    default:
        Console.Error.WriteLine("papers [RUNS] | import FAMILIES [RUNS] | scale FAMILIES | scale-pages FAMILIES | gap FAMILIES | packs FAMILIES | pages FAMILIES [ONLY] | doubles PERSONS");
        return 2;
}

static int Runs(string[] rest) => rest is [var runs] ? Measured.Count(runs) : 3;
