using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Doubles;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Doubles;
using TkpkdPortal.Security;

namespace TkpkdPortal.Verbs;

internal static class DoublesVerb
{
    public static Command Command()
    {
        var all = new Option<bool>("--all") { Description = "Membandingkan seluruh register; bawaan: yang berubah sejak pencarian terakhir." };
        var json = new Option<bool>("--json") { Description = "Jawaban sebagai satu objek JSON." };
        var find = new Command("find", "Mencari keluarga yang mungkin tercatat dua kali.") { all, json, VerbRun.AsOption };
        find.SetAction((result, ct) => VerbRun.AsAccountAsync(result.GetRequiredValue(VerbRun.AsOption), Permission.SeekDoubles, services => RunAsync(services, result.GetValue(all), result.GetValue(json), ct), ct));
        return new Command("doubles", "Data ganda dalam register.") { find };
    }

    private static async Task<int> RunAsync(IServiceProvider services, bool isWhole, bool asJson, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var db = services.GetRequiredService<PortalDbContext>();
        var (outcome, asked) = await services.GetRequiredService<DoubleSearchDesk>().AskAsync(isWhole, isForWorker: false, ct);
        if (asked is null)
            return await VerbRun.RefuseAsync(outcome.Refusal!);
        await VerbProgress.RunAsync(progress => services.GetRequiredService<DoubleSearchRun>().RunAsync(asked.Id, progress, ct));
        var done = await db.DoubleSearches.AsNoTracking().SingleAsync(search => search.Id == asked.Id, ct);
        if (done.State is not DoubleSearchState.Done)
            return await VerbRun.RefuseAsync(done.FailureMessage ?? "Pencarian dibatalkan.");
        var (seconds, waiting) = (Stopwatch.GetElapsedTime(started).TotalSeconds, await db.DoublePairs.CountAsync(pair => pair.State == DoubleState.Waiting || pair.State == DoubleState.Unsure, ct));
        Console.WriteLine(asJson
            ? JsonSerializer.Serialize(new { SearchId = done.PublicId, Persons = done.PersonsRead, done.Found, done.New, done.Gone, Waiting = waiting, done.TooCommon, Rules = done.RulesNumber, Whole = done.IsWhole, Seconds = Math.Round(seconds, 2) }, JsonSerializerOptions.Web)
            : $"{Indonesian.Number(done.PersonsRead)} jiwa dibandingkan: {Indonesian.Number(done.Found)} pasangan keluarga mirip, {Indonesian.Number(done.New)} baru, {Indonesian.Number(done.Gone)} tidak mirip lagi; {Indonesian.Number(waiting)} menunggu keputusan. {Indonesian.Number((decimal)seconds, 1)} detik.");
        return VerbRun.Done;
    }
}
