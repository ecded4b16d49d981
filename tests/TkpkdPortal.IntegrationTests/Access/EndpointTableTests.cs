using System.Net;
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
    private const string Passed = "yes", SignIn = "sign-in", SignInByHand = "401", Missing = "404";

    [Fact]
    public async Task Every_endpoint_answers_everybody_as_the_table_says()
    {
        var rows = new List<string[]>();
        foreach (var endpoint in PortalEndpoint.Of(office.Portal))
            rows.Add(await RowAsync(endpoint));

        var table = PermissionsPage.Lines(["endpoint", "permission", .. office.Principals.Select(principal => principal.Name)], rows);
        if (PermissionsPage.IsToBeWritten)
            PermissionsPage.Write(PermissionsPage.Endpoints, table);
        output.WriteLine($"{rows.Count} endpoints × {office.Principals.Count} principals");
        Assert.Equal(PermissionsPage.Table(PermissionsPage.Endpoints), table);
    }

    [Fact]
    public void Whoever_holds_the_permission_in_the_area_passes_and_nobody_else()
    {
        foreach (var cells in PermissionsPage.Rows(PermissionsPage.Endpoints))
        {
            foreach (var (principal, answer) in office.Principals.Zip(cells.Skip(2)))
                Assert.True(IsRight(cells[0], cells[1], principal, answer), $"{cells[0]} {principal.Name}: {answer}");
            Assert.Contains(cells.Skip(2), answer => answer is Passed || cells[1] == PortalEndpoint.Open);
        }
    }

    [Fact]
    public async Task A_post_without_its_token_changes_nothing_for_anybody()
    {
        foreach (var endpoint in PortalEndpoint.Of(office.Portal).Where(endpoint => endpoint.Method == "POST"))
        {
            var entitled = Entitled(endpoint);
            var request = await office.RequestFor(endpoint.Key)!(entitled);
            var before = await DatabaseDigest.OfAsync(office.Portal);
            using var message = new HttpRequestMessage(request.Method, request.Path) { Content = request.Content!(null) };

            var answer = await entitled.Visitor.SendAsync(message);

            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{endpoint.Key}: {(int)answer.StatusCode}");
            Assert.True(before == await DatabaseDigest.OfAsync(office.Portal), endpoint.Key);
        }
    }

    [Fact]
    public async Task Looking_never_changes_the_register()
    {
        var requests = new List<(Principal Principal, ValidRequest Request)>();
        foreach (var endpoint in PortalEndpoint.Of(office.Portal).Where(endpoint => endpoint.Method == "GET"))
            requests.Add((Entitled(endpoint), await office.RequestFor(endpoint.Key)!(Entitled(endpoint))));
        var before = await DatabaseDigest.OfAsync(office.Portal);

        foreach (var (principal, request) in requests)
            Assert.True((await principal.Visitor.GetAsync(request.Path)).StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, request.Path);

        Assert.Equal(before, await DatabaseDigest.OfAsync(office.Portal));
    }

    [Fact]
    public async Task Other_verbs_than_those_of_the_table_reach_nothing()
    {
        var endpoints = PortalEndpoint.Of(office.Portal);
        var before = await DatabaseDigest.OfAsync(office.Portal);
        foreach (var endpoint in endpoints.Where(endpoint => endpoint.Method is not "*"))
        {
            var path = endpoint.Route.Replace("{id:guid}", office.Household.ToString(), StringComparison.Ordinal);
            foreach (var verb in new[] { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE" }
                .Where(verb => !endpoints.Any(other => other.Method == verb && other.Route == endpoint.Route)))
            {
                using var message = new HttpRequestMessage(new HttpMethod(verb), path);
                var answer = await Entitled(endpoint).Visitor.SendAsync(message);
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{verb} {endpoint.Route}: {(int)answer.StatusCode}");
            }
        }
        Assert.Equal(before, await DatabaseDigest.OfAsync(office.Portal));
    }

    [Fact]
    public async Task A_family_elsewhere_answers_like_one_that_does_not_exist()
    {
        foreach (var elsewhere in office.Principals.Where(principal => principal.IsElsewhere))
        {
            foreach (var file in new[] { "", "/lembar.pdf" })
            {
                var hidden = await elsewhere.Visitor.GetAsync($"/keluarga/{office.Household}{file}");
                var missing = await elsewhere.Visitor.GetAsync($"/keluarga/{Guid.NewGuid()}{file}");

                Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
                Assert.Equal(missing.StatusCode, hidden.StatusCode);
                Assert.Equal(missing.Text, hidden.Text);
            }
            var list = await elsewhere.Visitor.GetAsync("/keluarga");
            Assert.Equal(HttpStatusCode.OK, list.StatusCode);
            Assert.DoesNotContain(EndpointOffice.HeadName, list.Source, StringComparison.Ordinal);
        }
    }

    private Principal Entitled(PortalEndpoint endpoint) => office.Principals.First(principal => principal.HoldsRoleHere
        && (endpoint.Permission == PortalEndpoint.Open || principal.Account!.Role.Grants(Enum.Parse<Permission>(endpoint.Permission))));

    private static bool IsRight(string endpoint, string permission, Principal principal, string answer)
    {
        if (permission == PortalEndpoint.Open)
            return endpoint == "`POST /masuk`" && principal.Name is Principal.Closed ? answer == "422" : answer is Passed or Missing;
        if (!IsGranted(permission, principal))
            return answer == "403" || answer == (endpoint.Contains(" /lapangan/", StringComparison.Ordinal) ? SignInByHand : SignIn);
        return answer == (principal.IsElsewhere && EndpointOffice.IsAboutTheFamily(endpoint) ? Missing : Passed);
    }

    private static bool IsGranted(string permission, Principal principal) => permission == PortalEndpoint.Open
        || (Enum.TryParse<Permission>(permission, out var parsed) && principal.Name is not (Principal.Closed or Principal.Ended) && principal.Account is { } account && account.Role.Grants(parsed));

    private async Task<string[]> RowAsync(PortalEndpoint endpoint)
    {
        var build = office.RequestFor(endpoint.Key);
        Assert.True(build is not null, $"{endpoint.Key} is new: write a valid request for it in {nameof(EndpointOffice)}.");
        var cells = new List<string>();
        ValidRequest? shared = null;
        foreach (var principal in office.Principals)
        {
            // Whom the permission keeps out changes nothing, so all of them may ask the same; whoever passes gets something of its own.
            var request = IsGranted(endpoint.Permission, principal) ? await build(principal) : shared ??= await build(principal);
            cells.Add(await AskAsync(principal, request));
        }
        return [$"`{endpoint.Key}`", endpoint.Permission, .. cells];
    }

    private async Task<string> AskAsync(Principal principal, ValidRequest request)
    {
        var visitor = !request.IsFresh ? principal.Visitor
            : request.Path != "/masuk" && (principal.HoldsRoleHere || principal.IsElsewhere) ? await office.Portal.SignInAsync(principal.Account!) : office.Portal.Visitor();
        var token = request.Content is null ? null : (await visitor.GetAsync("/keluar")).Token;
        using var message = new HttpRequestMessage(request.Method, request.Path) { Content = request.Content?.Invoke(token) };
        var answer = await visitor.SendAsync(message);
        Assert.True(answer.Response.Headers.Contains("Content-Security-Policy"), $"{request.Path}: no content security policy");
        if (!principal.HoldsRoleHere)
            Assert.DoesNotContain(EndpointOffice.HeadName, answer.Source, StringComparison.Ordinal);
        if (answer.Location?.Contains("kembali=", StringComparison.Ordinal) is true)
            return SignIn;
        return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect ? Passed
            : ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
