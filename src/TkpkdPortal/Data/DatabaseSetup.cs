using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Data.History;
using TkpkdPortal.Data.Sqlite;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Data;

/// <summary>Registers the database that the settings choose; features only ever see <see cref="PortalDbContext"/>.</summary>
public static class DatabaseSetup
{
    public const string SqlServer = "SqlServer";

    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, IConfiguration configuration, PortalPaths paths)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => SealingKeys.OpenOrCreate(paths.Keys));
        services.AddSingleton<Sealer>();
        services.AddScoped<UserScope>();
        services.AddSingleton<CountStore>().AddScoped<CountCache>();
        services.AddSingleton<AuditAnchor>().AddSingleton<AuditAnchorInterceptor>();
        services.AddScoped<AuditTrail>().AddScoped<AuditCheck>();
        services.AddScoped<ChangeWriter>();
        if (IsSqlServer(configuration))
            AddSqlServer(services, configuration);
        else
            AddSqlite(services, JournalOf(configuration), paths);
        return services;
    }

    public static bool IsSqlServer(IConfiguration configuration) =>
        (configuration["Database:Provider"] ?? "Sqlite") switch
        {
            "Sqlite" => false,
            SqlServer => true,
            var other => throw new SettingException($"Database__Provider '{other}' tidak dikenal. Pilih Sqlite atau SqlServer."),
        };

    public static SqliteJournal JournalOf(IConfiguration configuration) =>
        Enum.TryParse<SqliteJournal>(configuration["Database:Journal"] ?? nameof(SqliteJournal.Wal), ignoreCase: false, out var journal)
            ? journal
            : throw new SettingException("Database__Journal hanya Wal atau Truncate.");

    private static void AddSqlServer(IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Portal")
            ?? throw new SettingException("ConnectionStrings__Portal wajib diisi bila Database__Provider=SqlServer.");
        services.AddDbContext<PortalDbContext, SqlServerPortalDbContext>((provider, options) => options.UseSqlServer(connection)
            .AddInterceptors(provider.GetRequiredService<AuditAnchorInterceptor>()), ServiceLifetime.Scoped, ServiceLifetime.Singleton);
    }

    private static void AddSqlite(IServiceCollection services, SqliteJournal journal, PortalPaths paths)
    {
        SqliteLibrary.Prepare();
        services.AddSingleton<WriterGate>();
        services.AddSingleton<SqliteGateInterceptor>();
        services.AddSingleton(new SqliteConnectionSettings(journal));
        services.AddSingleton(new StatementInterceptor()).AddSingleton(_ => new ConnectionShelf($"Data Source={paths.DatabaseFile};Default Timeout=60"));
        services.AddScoped<LentConnection>();
        // Made once for all requests; only the connection is each one's own, and the context takes it.
        services.AddDbContext<PortalDbContext, SqlitePortalDbContext>((provider, options) => options.UseSqlite()
            .AddInterceptors(provider.GetRequiredService<StatementInterceptor>(), provider.GetRequiredService<SqliteConnectionSettings>(), provider.GetRequiredService<AuditAnchorInterceptor>(), provider.GetRequiredService<SqliteGateInterceptor>()),
            ServiceLifetime.Scoped, ServiceLifetime.Singleton);
    }
}
