using System.Net;
using System.Text;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;
using Xunit.Abstractions;

namespace TkpkdPortal.IntegrationTests.Access;

/// <summary>
/// Every endpoint of the running portal, asked by everybody, against the table in docs/permissions.md. Each refusal stands beside the same
/// valid request that succeeds for somebody entitled.
/// </summary>
public sealed class EndpointTableTests(EndpointOffice office, ITestOutputHelper output) : IClassFixture<EndpointOffice>
{
    private const string Heading = "## Endpoints", Passed = "yes", SignIn = "sign-in";

    private static readonly string TableFile = Path.Combine(Repository.Root, "docs", "permissions.md");

    [Fact]
    public async Task Every_endpoint_answers_everybody_as_the_table_says()
    {
        var lines = new List<string>();
        foreach (var endpoint in PortalEndpoint.Of(office.Portal))
            lines.Add(await LineAsync(endpoint));

        string[] table = [$"| endpoint | permission | {string.Join(" | ", office.Principals.Select(principal => principal.Name))} |",
            $"|---|---|{string.Concat(Enumerable.Repeat("---|", office.Principals.Count))}", .. lines];
        if (Environment.GetEnvironmentVariable("TKPKD_WRITE_TABLES") == "1")
            await WriteAsync(table);
        output.WriteLine($"{lines.Count} endpoints × {office.Principals.Count} principals");
        Assert.Equal(await WrittenAsync(), table);
    }

    [Fact]
    public void Whoever_holds_the_permission_in_the_area_passes_and_nobody_else()
    {
        foreach (var cells in File.ReadLines(TableFile).SkipWhile(line => line != Heading).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(Cells))
        {
            foreach (var (principal, answer) in office.Principals.Zip(cells.Skip(2)))
            {
                var isOpen = cells[1] == "terbuka";
                var isGranted = isOpen || (Enum.TryParse<Permission>(cells[1], out var permission) && principal.Name is not (Principal.Closed or Principal.Ended)
                    && principal.Account is { } account && account.Role.Grants(permission));
                var isPassed = answer is Passed || (isOpen && answer == "404");
                Assert.True(isGranted ? isPassed || (principal.IsElsewhere && answer == "404") : answer is "403" or SignIn, $"{cells[0]} {principal.Name}: {answer}");
            }
            Assert.Contains(cells.Skip(2), answer => answer is Passed || cells[1] == "terbuka");
        }
    }

    [Fact]
    public async Task A_post_without_its_token_changes_nothing_for_anybody()
    {
        foreach (var endpoint in PortalEndpoint.Of(office.Portal).Where(endpoint => endpoint.Method == "POST"))
        {
            var entitled = office.Principals.First(principal => principal.HoldsRoleHere
                && (endpoint.Permission == "terbuka" || principal.Account!.Role.Grants(Enum.Parse<Permission>(endpoint.Permission))));
            var request = await office.RequestFor(endpoint.Key)!(entitled);
            using var message = new HttpRequestMessage(request.Method, request.Path) { Content = request.Content!(null) };

            var answer = await entitled.Visitor.SendAsync(message);

            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{endpoint.Key}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_family_elsewhere_answers_like_one_that_does_not_exist()
    {
        var elsewhere = office.Principals.Single(principal => principal.Name == "enumerator elsewhere");
        foreach (var path in new[] { "/keluarga/{0}", "/keluarga/{0}/lembar.pdf" })
        {
            var hidden = await elsewhere.Visitor.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, office.Household));
            var missing = await elsewhere.Visitor.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Guid.NewGuid()));

            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
            Assert.Equal(missing.StatusCode, hidden.StatusCode);
            Assert.Equal(missing.Text, hidden.Text);
        }
        var list = await elsewhere.Visitor.GetAsync("/keluarga");
        Assert.DoesNotContain("SITI UJI", list.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Visitor.GetAsync($"/keluarga?wilayah={EndpointOffice.Village}")).StatusCode);
    }

    private async Task<string> LineAsync(PortalEndpoint endpoint)
    {
        var build = office.RequestFor(endpoint.Key);
        Assert.True(build is not null, $"{endpoint.Key} is new: write a valid request for it in {nameof(EndpointOffice)}.");
        var cells = new List<string>();
        foreach (var principal in office.Principals)
            cells.Add(await AskAsync(principal, await build(principal)));
        return $"| `{endpoint.Key}` | {endpoint.Permission} | {string.Join(" | ", cells)} |";
    }

    private async Task<string> AskAsync(Principal principal, ValidRequest request)
    {
        var visitor = !request.IsFresh ? principal.Visitor
            : principal.HoldsRoleHere || principal.IsElsewhere ? await office.Portal.SignInAsync(principal.Account!) : office.Portal.Visitor();
        var token = request.Content is null ? null : (await visitor.GetAsync("/keluar")).Token;
        using var message = new HttpRequestMessage(request.Method, request.Path) { Content = request.Content?.Invoke(token) };
        var answer = await visitor.SendAsync(message);
        Assert.True(answer.Response.Headers.Contains("Content-Security-Policy"), $"{request.Path}: no content security policy");
        if (answer.Location?.Contains("kembali=", StringComparison.Ordinal) is true)
            return SignIn;
        var isPassed = answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect || (request.Path == "/masuk" && answer.StatusCode is HttpStatusCode.UnprocessableEntity);
        return isPassed ? Passed : ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];

    private static async Task<string[]> WrittenAsync() =>
        [.. (await File.ReadAllLinesAsync(TableFile)).SkipWhile(line => line != Heading).Where(line => line.StartsWith('|'))];

    private static async Task WriteAsync(string[] table)
    {
        var above = (File.Exists(TableFile) ? await File.ReadAllLinesAsync(TableFile) : [Heading]).TakeWhile(line => line != Heading);
        string[] sentence = [Heading, "", "Asked and answered by `EndpointTableTests`, which fails where an endpoint is missing here; `TKPKD_WRITE_TABLES=1` writes it anew.",
            "`yes`: the valid request succeeded; `403`: without the permission; `404`: outside the area; `sign-in`: sent to sign in. `terbuka`: open to everybody.", ""];
        await File.WriteAllTextAsync(TableFile, string.Join('\n', [.. above, .. sentence, .. table]) + "\n", new UTF8Encoding(false));
    }
}
