namespace TkpkdPortal.Importing;

public static class ImportSetup
{
    public static IServiceCollection AddImporting(this IServiceCollection services) => services
        .AddScoped<ImportIntake>().AddScoped<ImportRun>().AddScoped<ImportCleanup>().AddScoped<ImportUndo>().AddScoped<Recipients.RecipientRun>().AddScoped<CivilRegistry.AnswerRun>().AddScoped<RegisterContentHash>();
}
