using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Startup;

public sealed partial class FirstStartTests
{
    [Fact]
    public async Task The_first_start_prints_the_accounts_and_serves_pages_while_the_demo_office_still_fills()
    {
        using var data = new TempDirectory();
        await using var portal = await ServedPortal.StartWithAsync(("ASPNETCORE_ENVIRONMENT", "Development"), ("Portal__DataDirectory", data["data"]));
        var client = portal.Visitor().Client;

        var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.DoesNotContain("The demo office is filled", portal.Log, StringComparison.Ordinal);
        foreach (var name in new[] { "admin", "bappeda", "dinsos", "disdukcapil", "opd", "camat", "lurah", "petugas", "pimpinan", "auditor", "dpo" })
            Assert.Matches($@"(?m)^\s+{name}@demo\.invalid ", portal.Output);

        var page = new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri("/masuk", UriKind.Relative)));
        var files = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]").Select(file => file.GetAttribute("href") ?? file.GetAttribute("src")!).ToList();
        Assert.True(files.Count >= 4, $"style, style, icon and script: {string.Join(' ', files)}");
        var fonts = new List<string>();
        foreach (var file in files)
        {
            var answer = await client.GetAsync(new Uri(file, UriKind.Relative));
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{file}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType == "text/css")
                fonts.AddRange(FontPattern().Matches(await answer.Content.ReadAsStringAsync()).Select(match => new Uri(new Uri(client.BaseAddress!, file), match.Groups[1].Value).AbsolutePath));
        }
        foreach (var font in fonts)
            Assert.Equal("font/woff2", (await client.GetAsync(new Uri(font, UriKind.Relative))).Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(fonts);
    }

    [GeneratedRegex(@"url\([""']?([^)""']+\.woff2)")]
    private static partial Regex FontPattern();
}
