using System.CommandLine;
using TkpkdPortal.Demo;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Verbs;

internal static class DemoVerb
{
    public static Command Command()
    {
        var office = new Option<string>("--office") { Required = true, Description = "Kode Kemendagri kantor, misalnya 64.08." };
        var families = new Option<int?>("--families") { Description = "Banyaknya keluarga; bawaan: menurut cerita kantor itu." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => DemoFill.DefaultSeed, Description = "Benih acak; benih yang sama menghasilkan keluarga yang sama." };
        families.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 1_000_000)
                result.AddError("--families antara 1 dan 1.000.000.");
        });
        var command = new Command("demo", "Mengisi basis data kosong dengan kantor berisi data uji.") { office, families, seed };
        command.SetAction((result, ct) => VerbRun.WithDatabaseAsync(
            services => FillAsync(services, result.GetValue(families), result.GetValue(seed), ct), ct, $"--Office:AreaCode={result.GetRequiredValue(office)}"));
        return command;
    }

    private static async Task<int> FillAsync(IServiceProvider services, int? families, int seed, CancellationToken ct)
    {
        var settings = services.GetRequiredService<DemoSettings>();
        if (!settings.IsAllowed)
            throw new SettingException("Data uji tidak dimuat di Production.");
        var fill = services.GetRequiredService<DemoFill>();
        if (!await fill.MayFillAsync(ct))
            return await VerbRun.RefuseAsync("Basis data ini sudah berisi data. Data uji hanya dimuat ke basis data kosong; pakai direktori data lain.");
        var story = fill.Story(families);
        var password = await fill.OpenAccountsAsync(story, settings.Password, ct);
        await VerbProgress.RunAsync(progress => fill.FillAsync(story, seed, progress, ct));
        DemoWorker.Print(story, password);
        return VerbRun.Done;
    }
}
