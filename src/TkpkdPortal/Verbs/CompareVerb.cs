using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using TkpkdPortal.Comparing;
using TkpkdPortal.Data;
using TkpkdPortal.Data.History;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Security;

namespace TkpkdPortal.Verbs;

internal static class CompareVerb
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Command()
    {
        var first = new Argument<string>("RELEASE-A") { Description = "Rilis pertama: judulnya (\"P3KE 2023\"), namanya bila hanya satu daftar yang memakainya, atau idnya." };
        var second = new Argument<string>("RELEASE-B") { Description = "Rilis kedua, dari daftar yang sama atau lain." };
        var json = new Option<bool>("--json") { Description = "Hitungan dan setiap perbedaan sebagai satu objek JSON." };
        var command = new Command("compare", "Membandingkan dua rilis: siapa masuk, keluar, pecah, pindah, naik atau turun desil.") { first, second, json, VerbRun.AsOption };
        command.SetAction((result, ct) => VerbRun.AsAccountAsync(result.GetRequiredValue(VerbRun.AsOption), Permission.ViewDataQuality,
            services => RunAsync(services, result.GetRequiredValue(first), result.GetRequiredValue(second), result.GetValue(json), ct), ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string firstName, string secondName, bool asJson, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var (first, refusal) = await NamedReleases.FindAsync(db, firstName, ct);
        if (first is null)
            return await VerbRun.RefuseAsync(refusal!);
        (var second, refusal) = await NamedReleases.FindAsync(db, secondName, ct);
        if (second is null)
            return await VerbRun.RefuseAsync(refusal!);
        if (first.Id == second.Id)
            return await VerbRun.RefuseAsync($"Kedua rilis sama: {first.Title}. Pilih dua rilis yang berbeda.");
        var compared = await ComparedReleases.OfAsync(db, first, second, ct);
        var differences = compared.Differences(services.GetRequiredService<UserScope>().Ranges).ToList();
        await db.Changes.RecordAsync(db, "Lists.Compared", first, detail: AuditDetail.Of(("first", first.Title), ("second", second.Title), ("families", differences.Count)), ct: ct);
        Console.WriteLine(asJson ? Json(compared, differences) : Summary(compared, differences));
        return VerbRun.Done;
    }

    private static IEnumerable<(DifferenceKind Kind, int Count)> Counts(List<ListDifference> differences) =>
        differences.CountBy(difference => difference.Kind).OrderBy(count => DifferenceKinds.Codes.Label(count.Key), StringComparer.Ordinal).Select(count => (count.Key, count.Value));

    private static string Json(ComparedReleases compared, List<ListDifference> differences) => JsonSerializer.Serialize(new
    {
        A = Named(compared.First, compared.Comparison.First),
        B = Named(compared.Second, compared.Comparison.Second),
        Unit = "KK",
        InBoth = compared.Comparison.InBoth,
        FoundAgain = compared.Comparison.FoundAgain,
        OnlyInA = differences.Count(difference => difference.Kind is DifferenceKind.Left),
        OnlyInB = differences.Count(difference => difference.Kind is DifferenceKind.Entered),
        Counts = Counts(differences).Where(count => count.Kind is not (DifferenceKind.Left or DifferenceKind.Entered)).ToDictionary(count => DifferenceKinds.Codes.Label(count.Kind), count => count.Count),
        Differences = differences.Where(difference => difference.Kind is not DifferenceKind.Same).OrderBy(difference => difference.Kind).ThenBy(difference => difference.Family.Label, StringComparer.Ordinal).Select(difference => new
        {
            Kind = DifferenceKinds.Codes.Label(difference.Kind),
            A = difference.First?.Label,
            B = difference.Second.Select(family => family.Label),
            Area = Domain.Areas.AreaCode.Parse(difference.Family.Village).Official,
            From = difference.From.Length == 0 ? null : difference.From,
            To = difference.To.Length == 0 ? null : difference.To,
        }),
    }, Options);

    private static object Named(ListRelease release, int families) => new { Id = release.PublicId, release.Title, release.ReleasedOn, Families = families };

    private static string Summary(ComparedReleases compared, List<ListDifference> differences) =>
        $"{compared.First.Title} ({Indonesian.Number(compared.Comparison.First)} KK) dan {compared.Second.Title} ({Indonesian.Number(compared.Comparison.Second)} KK): {Indonesian.Number(compared.Comparison.InBoth)} KK ada di keduanya."
        + string.Concat(Counts(differences).Select(count => $"{Environment.NewLine}{Indonesian.Number(count.Count),8} KK  {DifferenceKinds.Words.Label(count.Kind)}"));
}
