using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Backups;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using TkpkdPortal.Startup;

namespace TkpkdPortal.Verbs;

/// <summary>What every verb does first and last: open the database, take on an account, answer 0 done or 1 refused with the reason.</summary>
internal static class VerbRun
{
    public const int Done = 0, Refused = 1;

    public static Option<string> AsOption { get; } = new("--as")
    {
        Description = $"Akun yang bertindak (pos-el). Bawaan: {DatabaseStart.ConsoleAccount}.",
        DefaultValueFactory = _ => DatabaseStart.ConsoleAccount,
    };

    /// <summary>For verbs that must not open the database for writing: a backup is taken of it as it is, a restoration makes it.</summary>
    public static async Task<int> WithoutDatabaseAsync(Func<IServiceProvider, Task<int>> work)
    {
        try
        {
            await using var app = PortalBuilder.Create([]).Build();
            await using var scope = app.Services.CreateAsyncScope();
            return await work(scope.ServiceProvider);
        }
        catch (Exception refused) when (refused is SettingException or BackupException)
        {
            return await RefuseAsync(refused.Message);
        }
    }

    /// <summary>The same for every verb; <paramref name="settings"/> are those that the verb itself decides, as a command line gives them.</summary>
    public static async Task<int> WithDatabaseAsync(Func<IServiceProvider, Task<int>> work, CancellationToken ct, params string[] settings)
    {
        try
        {
            await using var app = PortalBuilder.Create(settings).Build();
            await PortalStart.OpenAsync(app.Services, ct);
            await using var scope = app.Services.CreateAsyncScope();
            return await work(scope.ServiceProvider);
        }
        catch (SettingException refused)
        {
            return await RefuseAsync(refused.Message);
        }
    }

    /// <summary>The same, acting as an account that holds the permission; a verb's rights are its account's rights.</summary>
    public static Task<int> AsAccountAsync(string account, Permission permission, Func<IServiceProvider, Task<int>> work, CancellationToken ct) =>
        WithDatabaseAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var normalized = account.ToUpperInvariant();
            var userId = await db.Users.Where(u => u.NormalizedEmail == normalized || u.NormalizedUserName == normalized).Select(u => (long?)u.Id).SingleOrDefaultAsync(ct);
            var user = services.GetRequiredService<ActingUser>();
            if (userId is null || !await user.BecomeAsync(userId.Value, Environment.UserName, ct))
                return await RefuseAsync($"Akun {account} tidak ada, ditutup, atau tidak memegang tugas hari ini.");
            if (!user.Can(permission))
                return await RefuseAsync($"Akun {account} tidak memegang tugas untuk perintah ini.");
            user.LookWith(permission);
            return await work(services);
        }, ct);

    /// <summary>A day as scripts write it.</summary>
    public static DateOnly Day(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"{((OptionResult)result.Parent!).Option.Name} ditulis yyyy-mm-dd, misalnya 2023-09-15.");
        return default;
    }

    public static DateOnly? DayOrNull(ArgumentResult result) => Day(result);

    public static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return Refused;
    }
}
