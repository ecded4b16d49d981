using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.IntegrationTests.Access;
using TkpkdPortal.Settings;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Data.SqlServer;

/// <summary>
/// One office twice: on its SQLite file, and on the SQL Server provider without a server. Each request is put to the first and then, with the
/// same session, to the second, whose queries are given the rows that the first one's found: so every page runs to its last query.
/// </summary>
public sealed partial class TwinOffices : IAsyncLifetime
{
    private static readonly HtmlParser Parser = new();

    private readonly CommandTape _tape = new();
    private CommandTape _startTape = new();
    private TestPortal? _onSqlServer;
    private string _cookies = "";

    public TwinOffices() => Office = new EndpointOffice(services =>
    {
        services.ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(new TapeRecorder(_tape)));
        services.AddSingleton<IStartupFilter>(new CookieWatch(cookies => _cookies = cookies));
        AlwaysCheckTheAccount(services);
    });

    public EndpointOffice Office { get; }

    internal SqlServerStandIn SqlServer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _ = Office.Portal.Services;
        _startTape = _tape.Copy();
        _tape.EndStart();
        await Office.InitializeAsync();
        await StartOnSqlServerAsync();
    }

    public async Task DisposeAsync()
    {
        if (_onSqlServer is not null)
            await _onSqlServer.DisposeAsync();
        await Office.DisposeAsync();
    }

    /// <summary>Asks both; fails where the second answers otherwise, asks more of its database, or asks less.</summary>
    public async Task<Twin> AskAsync(Principal principal, HttpMethod method, string path, HttpContent? content = null, HttpContent? sameContent = null)
    {
        _tape.Clear();
        using var first = new HttpRequestMessage(method, path) { Content = content };
        var onSqlite = await principal.Visitor.SendAsync(first);
        var (questions, before) = (_tape.Left, SqlServer.Statements.Count);

        LendFiles(paths => paths.Photos);
        LendFiles(paths => paths.Uploads);
        using var client = ((TestServer)_onSqlServer!.Services.GetRequiredService<IServer>()).CreateClient();
        using var second = new HttpRequestMessage(method, path) { Content = sameContent };
        if (_cookies.Length > 0)
            second.Headers.Add("Cookie", _cookies);
        using var onSqlServer = await client.SendAsync(second);
        var source = await onSqlServer.Content.ReadAsStringAsync();

        var name = $"{method} {path} as {principal.Name}";
        Assert.True(onSqlite.StatusCode == onSqlServer.StatusCode, $"{name}: {(int)onSqlite.StatusCode} on SQLite, {(int)onSqlServer.StatusCode} on SQL Server. {_tape.Missed} missed, {_tape.Left} left.");
        Assert.True((_tape.Left, _tape.Missed) == (0, 0), $"{name}: {_tape.Left} of {questions} answers not asked for, {_tape.Missed} asked for in vain");
        if (onSqlite.StatusCode is HttpStatusCode.OK && onSqlite.Response.Content.Headers.ContentType?.MediaType == "text/html" && !IsAboutBackups(path, onSqlite))
            Assert.Equal(WithoutLinks(onSqlite.Text), WithoutLinks(MainOf(source)));
        return new Twin(onSqlite, questions, SqlServer.Statements.Count - before);
    }

    // The second office has the answers of the first, and needs the files that they name.
    private void LendFiles(Func<PortalPaths, string> folder)
    {
        var (from, to) = (folder(Office.Portal.Services.GetRequiredService<PortalPaths>()), folder(_onSqlServer!.Services.GetRequiredService<PortalPaths>()));
        if (!Directory.Exists(from))
            return;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    private async Task StartOnSqlServerAsync()
    {
        await using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);
        SqlServer = new SqlServerStandIn(_tape, _startTape, [.. context.Database.GetMigrations()]);
        _onSqlServer = TestPortal.Start(services: services =>
        {
            services.ConfigureDbContext<SqlServerPortalDbContext>(options => options.AddInterceptors(SqlServer));
            AlwaysCheckTheAccount(services);
        }, settings: [("Database:Provider", DatabaseSetup.SqlServer), ("ConnectionStrings:Portal", "Server=nowhere.invalid"), ("Portal:KeyDirectory", Office.Portal.KeyDirectory)]);
        _ = _onSqlServer.Services;
        _startTape.EndStart();
    }

    // Otherwise it depends on the second hand whether a request looks the account up again.
    private static void AlwaysCheckTheAccount(IServiceCollection services) =>
        services.PostConfigure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero);

    // The portal backs up SQLite alone: their page and the warning on the start page say something else on SQL Server.
    private static bool IsAboutBackups(string path, Page page) => path == "/cadangan" || page.Document.QuerySelector("main a[href='/cadangan']") is not null;

    // A one-time link is never the same twice.
    private static string WithoutLinks(string text) => OneTimeLink().Replace(text, "tautan");

    private static string MainOf(string source)
    {
        var page = Parser.ParseDocument(source);
        return string.Join(' ', (page.QuerySelector("main") ?? page.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(@"\S+/akun/siapkan/\S+|\S+/rt#\S+")]
    private static partial Regex OneTimeLink();

    private sealed class CookieWatch(Action<string> see) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                see(context.Request.Headers.Cookie.ToString());
                return rest(context);
            });
            next(app);
        };
    }
}

/// <summary>The answer, how many questions it took, and how many statements were new.</summary>
public sealed record Twin(Page Page, int Questions, int NewStatements);
