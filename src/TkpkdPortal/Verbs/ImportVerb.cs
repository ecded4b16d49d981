using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
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
        release.Validators.Add(result => RefuseLong(result, ListRelease.NameMaxLength));
        var year = new Option<int?>("--data-year") { Description = "Tahun data; bawaan: tahun rilis." };
        year.Validators.Add(result =>
        {
            if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) || typed is < 1990 or > 2100)
                result.AddError("--data-year adalah tahun empat angka, misalnya 2023.");
        });
        var sheet = new Option<string?>("--sheet") { Description = "Nama lembar Excel; bawaan: lembar pertama yang cocok." };
        sheet.Validators.Add(result => RefuseLong(result, ImportBatch.SheetMaxLength));
        var profile = new Option<string?>("--profile") { Description = "Profil kolom untuk susunan lain; bawaan: judul yang dikenal, lalu profil yang cocok." };
        profile.Validators.Add(result => RefuseLong(result, ColumnProfile.NameMaxLength));
        var dryRun = new Option<bool>("--dry-run") { Description = "Hanya memeriksa, tidak memuat." };
        var json = new Option<bool>("--json") { Description = "Jawaban sebagai satu objek JSON." };
        var command = new Command("import", "Memuat daftar ke register.") { kind, file, release, releasedOn, year, sheet, profile, dryRun, json, VerbRun.AsOption };
        command.SetAction((result, ct) =>
        {
            var order = new ImportOrder(CodeOf(result.GetRequiredValue(kind)), result.GetRequiredValue(file).Name, result.GetRequiredValue(release), result.GetRequiredValue(releasedOn))
            {
                DataYear = result.GetValue(year),
                Sheet = result.GetValue(sheet),
                IsDryRun = result.GetValue(dryRun),
            };
            return VerbRun.AsAccountAsync(result.GetRequiredValue(VerbRun.AsOption), ImportRights.For(order.Kind),
                services => RunAsync(services, order, result.GetValue(profile), result.GetRequiredValue(file), result.GetValue(json), ct), ct);
        });
        command.Subcommands.Add(UndoCommand());
        return command;
    }

    private static Command UndoCommand()
    {
        var batch = new Argument<Guid>("BATCH") { Description = "Id impor: batchId dari jawaban --json, atau bagian terakhir alamat halamannya." };
        var reason = new Option<string>("--reason") { Description = "Mengapa dicabut.", DefaultValueFactory = _ => "Dicabut dengan perintah import undo" };
        reason.Validators.Add(result =>
        {
            if (!result.Implicit)
                RefuseLong(result, ImportBatch.ReasonMaxLength);
        });
        var command = new Command("undo", "Mencabut satu impor; yang diverifikasi sejak itu tetap.") { batch, reason, VerbRun.AsOption };
        command.SetAction((result, ct) => VerbRun.AsAccountAsync(result.GetRequiredValue(VerbRun.AsOption), Permission.ImportLists,
            services => UndoAsync(services, result.GetRequiredValue(batch), result.GetRequiredValue(reason), ct), ct));
        return command;
    }

    private static async Task<int> UndoAsync(IServiceProvider services, Guid id, string reason, CancellationToken ct)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        if (await ImportRights.Batches(db, Permission.ImportLists).SingleOrDefaultAsync(b => b.PublicId == id, ct) is not { } batch)
            return await VerbRun.RefuseAsync($"Impor {id} tidak ada.");
        // One that a page has asked for already is done here and now.
        if (!batch.IsUndoAsked)
        {
            if (batch.RequestUndo(services.GetRequiredService<ActingUser>().Id, reason) is { IsAccepted: false } refused)
                return await VerbRun.RefuseAsync(refused.Refusal!);
            db.Changes.Note("Import.UndoAsked", batch);
            await db.SaveChangesAsync(ct);
        }
        db.ChangeTracker.Clear();
        await services.GetRequiredService<ImportUndo>().RunAsync(batch.Id, ct);
        var done = await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == batch.Id, ct);
        if (done.State is not ImportState.Undone)
            return await VerbRun.RefuseAsync(done.FailureMessage!);
        Console.WriteLine($"{done.Kind.Title(done.ReleaseName)} ({done.FileName}) dicabut.");
        return VerbRun.Done;
    }

    private static void RefuseLong(OptionResult result, int maxLength)
    {
        if (result.Tokens[0].Value.Trim().Length is var length && (length == 0 || length > maxLength))
            result.AddError($"{result.Option.Name} berisi 1 sampai {maxLength} huruf.");
    }

    private static async Task<int> RunAsync(IServiceProvider services, ImportOrder order, string? profileName, FileInfo file, bool asJson, CancellationToken ct)
    {
        if (!file.Exists)
            return await VerbRun.RefuseAsync($"Berkas {file.FullName} tidak ada.");
        if (profileName is not null)
        {
            var kept = await services.GetRequiredService<PortalDbContext>().ColumnProfiles.AsNoTracking().Where(one => one.Kind == order.Kind).OrderBy(one => one.Name).ToListAsync(ct);
            if (kept.Find(one => one.Name.Equals(profileName.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } profile)
                return await VerbRun.RefuseAsync($"Profil “{profileName}” tidak ada untuk {ImportKinds.Codes.Label(order.Kind)}. {(kept.Count == 0 ? "Belum ada profil untuk jenis ini." : $"Yang ada: {string.Join(", ", kept.Select(one => one.Name))}.")}");
            order = order with { Profile = profile };
        }
        try
        {
            // Opened before anything is queued: a file that cannot be read leaves no trace.
            await using var content = file.OpenRead();
            return await RunAsync(services, order, content, asJson, ct);
        }
        catch (UnauthorizedAccessException)
        {
            return await VerbRun.RefuseAsync($"Berkas {file.FullName} tidak boleh dibaca oleh akun sistem yang menjalankan perintah ini.");
        }
    }

    private static async Task<int> RunAsync(IServiceProvider services, ImportOrder order, FileStream content, bool asJson, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var db = services.GetRequiredService<PortalDbContext>();
        var batch = await services.GetRequiredService<ImportIntake>().QueueAsync(order, ct);
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
