using System.CommandLine;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Wording;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;

namespace TkpkdPortal.Verbs;

internal static class ImportVerb
{
    public static Command Command()
    {
        var kind = new Argument<string>("KIND") { Description = "Jenis berkas." };
        kind.AcceptOnlyFromAmong([.. ImportKinds.Codes.All.Select(ImportKinds.Codes.Label)]);
        var file = new Argument<FileInfo>("FILE") { Description = "Berkas CSV atau XLSX." };
        var release = new Option<string>("--release") { Description = "Nama rilis, misalnya 2023.", Required = true };
        var releasedOn = new Option<DateOnly>("--released-on") { Description = "Tanggal rilis, yyyy-mm-dd.", Required = true, CustomParser = VerbRun.Day };
        var year = new Option<int?>("--data-year") { Description = "Tahun data; bawaan: tahun rilis." };
        var sheet = new Option<string?>("--sheet") { Description = "Nama lembar Excel; bawaan: lembar pertama yang cocok." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Hanya memeriksa, tidak memuat." };
        var json = new Option<bool>("--json") { Description = "Jawaban sebagai satu objek JSON." };
        var command = new Command("import", "Memuat daftar ke register.") { kind, file, release, releasedOn, year, sheet, dryRun, json, VerbRun.AsOption };
        command.SetAction((result, ct) =>
        {
            var order = new ImportOrder(CodeOf(result.GetRequiredValue(kind)), result.GetRequiredValue(file).Name, result.GetRequiredValue(release), result.GetRequiredValue(releasedOn))
            {
                DataYear = result.GetValue(year),
                Sheet = result.GetValue(sheet),
                IsDryRun = result.GetValue(dryRun),
            };
            return VerbRun.AsAccountAsync(result.GetRequiredValue(VerbRun.AsOption), Permission.ImportLists,
                services => RunAsync(services, order, result.GetRequiredValue(file), result.GetValue(json), ct), ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, ImportOrder order, FileInfo file, bool asJson, CancellationToken ct)
    {
        if (!file.Exists)
            return await VerbRun.RefuseAsync($"Berkas {file.FullName} tidak ada.");
        var started = Stopwatch.GetTimestamp();
        var db = services.GetRequiredService<PortalDbContext>();
        var batch = await services.GetRequiredService<ImportIntake>().QueueAsync(order, ct);
        await using var content = file.OpenRead();
        await VerbProgress.RunAsync(progress => services.GetRequiredService<ImportRun>()
            .RunAsync(batch.Id, content, progress is null ? null : (read, total) => progress("Baris diperiksa", read, total), ct));
        var done = await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == batch.Id, ct);
        if (done.State is ImportState.Failed)
            return await VerbRun.RefuseAsync(done.FailureMessage!);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (asJson)
            Console.WriteLine(await ImportAnswer.ForAsync(db, done, seconds, ct));
        else
            Console.WriteLine(Summary(done, seconds));
        return VerbRun.Done;
    }

    private static string Summary(ImportBatch batch, double seconds) =>
        $"{Indonesian.Number(batch.Counts.Rows)} baris: {Indonesian.Number(batch.Counts.New)} baru, {Indonesian.Number(batch.Counts.Changed)} berubah, "
        + $"{Indonesian.Number(batch.Counts.Same)} sama, {Indonesian.Number(batch.Counts.Review)} menunggu diputuskan, {Indonesian.Number(batch.Counts.Rejected)} ditolak. "
        + (batch.IsDryRun ? "Hanya diperiksa, tidak ada yang dimuat. " : "Dimuat. ") + $"{Indonesian.Number((decimal)seconds, 1)} detik.";

    private static ImportKind CodeOf(string code) => ImportKinds.Codes.TryRead(code, out var kind) ? kind : throw new InvalidOperationException("The parser lets no other kind through.");
}
