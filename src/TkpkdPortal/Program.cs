using TkpkdPortal.Backups;
using TkpkdPortal.Demo;
using TkpkdPortal.Doubles;
using TkpkdPortal.Features.Health;
using TkpkdPortal.Importing;
using TkpkdPortal.Needs;
using TkpkdPortal.Photos;
using TkpkdPortal.Privacy;
using TkpkdPortal.Settings;
using TkpkdPortal.Startup;
using TkpkdPortal.Verbs;
using TkpkdPortal.Web;

if (VerbTable.Find(args))
    return await VerbTable.RunAsync(args);

try
{
    var builder = PortalBuilder.Create(args is ["serve", .. var rest] ? rest : args);
    builder.Services.AddHostedService<ImportWorker>();
    builder.Services.AddHostedService<DoubleWorker>();
    builder.Services.AddHostedService<NeedWorker>();
    builder.Services.AddHostedService<DemoWorker>();
    builder.Services.AddHostedService<BackupWorker>();
    builder.Services.AddHostedService<AccessWriter>();
    builder.Services.AddHostedService<PhotoSweeper>();

    await using var app = builder.Build();
    await PortalStart.OpenAsync(app.Services, CancellationToken.None);
    app.UsePortalWeb();
    app.MapHealth();
    await app.RunAsync();
    return 0;
}
catch (SettingException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

/// <summary>Entry point; public so that tests can start the very same host.</summary>
public partial class Program;
