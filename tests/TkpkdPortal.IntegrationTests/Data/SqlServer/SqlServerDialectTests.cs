using Microsoft.EntityFrameworkCore.Diagnostics;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.IntegrationTests.Access;
using TkpkdPortal.Security;
using Xunit.Abstractions;

namespace TkpkdPortal.IntegrationTests.Data.SqlServer;

/// <summary>What SQL Server would be asked, and whether it would understand it; what it would answer, no one here can say.</summary>
public sealed class SqlServerDialectTests(TwinOffices offices, ITestOutputHelper output) : IClassFixture<TwinOffices>
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("TKPKD_FULL") == "1";

    // Other queries than the bare address: filters, orders, past days, areas.
    private static readonly string[] Variants =
    [
        "/keluarga?desil=1,2&status=belum&urut=nama", "/keluarga?status=Submitted&urut=desil&halaman=2", "/keluarga?wilayah=62.71.04", "/keluarga?wilayah=62.71.04.1004",
        "/keluarga?kurang=belum-lengkap", "/keluarga?kurang=lengkap&keliru=ada&kabar=lama",
        .. Enum.GetNames<RecordFault>().Select(fault => $"/keluarga?keliru={fault}"), .. Enum.GetNames<Freshness>().Select(freshness => $"/keluarga?kabar={freshness}"), "/kualitas-data/kelurahan?wilayah=62.71.04&urut=keselarasan",
        "/kunjungan?status=belum", "/kunjungan?status=Draft", "/dasbor?per=01/10/2023", "/dasbor?wilayah=62.71.04", "/dasbor?wilayah=62.71.04.1004",
        "/dasbor?wilayah=62.71.04.1004.001", "/dasbor/bantuan?tahun=2024", "/dasbor/karakteristik?ciri=simpanan&desil=1", "/dasbor/karakteristik?ciri=pkh&wilayah=62.71.04.1004",
    ];

    [Fact]
    public async Task Every_page_asks_SQL_Server_in_statements_that_parse()
    {
        var entry = offices.Office;
        // What the first office has counted for the forms of another test, the second has not: a save lets both count anew.
        await entry.Portal.Scenario.MeetingAsync();
        var asked = new List<string>();
        foreach (var endpoint in PortalEndpoint.Of(entry.Portal).Where(endpoint => endpoint.Method is "GET" or "*"))
        {
            var questions = 0;
            var entitled = EntitledTo(endpoint).ToList();
            Assert.True(entitled.Count > 0, $"{endpoint.Key} ({endpoint.Permission}) lets nobody in");
            // Queries differ by how far somebody reaches: the whole office, a part of it, or a duty; a full run asks for every role.
            foreach (var principal in IsFull ? entitled : entitled.DistinctBy(one => (one.Account?.Role is Role.Opd, one.Account?.Area.Level)))
            {
                var request = await entry.RequestFor(endpoint.Key)!(principal);
                questions = Math.Max(questions, (await offices.AskAsync(principal, request.Method, request.Path)).Questions);
            }
            asked.Add($"{endpoint.Key}: {questions} queries");
        }
        foreach (var path in Variants.Append($"/keluarga/{entry.Household}?per={DateTime.UtcNow.AddDays(-1):dd'/'MM'/'yyyy}"))
        {
            foreach (var principal in entry.Principals.Where(principal => principal is { HoldsRoleHere: true, Account.Role: Role.Analyst or Role.Opd or Role.VillageHead }))
                await offices.AskAsync(principal, HttpMethod.Get, path);
        }

        Report(asked, "GET");
        Assert.Empty(offices.SqlServer.Statements.Keys.SelectMany(TransactSql.FaultsOf));
    }

    [Fact]
    public async Task Every_form_that_is_sent_saves_in_statements_that_parse()
    {
        var entry = offices.Office;
        var asked = new List<string>();
        // Without the cookie of a link POST /rt shows a page and asks nothing, but for the frame that fetching its token has just counted on one of the two.
        foreach (var endpoint in PortalEndpoint.Of(entry.Portal).Where(endpoint => endpoint is { Method: "POST", Key: not "POST /rt" }))
        {
            var principal = EntitledTo(endpoint).First(principal => principal.Account is not null);
            var request = await entry.RequestFor(endpoint.Key)!(principal);
            var visitor = !request.IsFresh ? principal
                : principal with { Visitor = request.Path == "/masuk" ? entry.Portal.Visitor() : await entry.Portal.SignInAsync(principal.Account!) };
            var token = (await visitor.Visitor.GetAsync("/keluar")).Token;
            var twin = await offices.AskAsync(visitor, request.Method, request.Path, request.Content!(token), request.Content!(token));
            asked.Add($"{endpoint.Key}: {(int)twin.Page.StatusCode}, {twin.Questions} queries, {twin.NewStatements} new statements");
        }

        Report(asked, "POST");
        Assert.Empty(offices.SqlServer.Statements.Keys.SelectMany(TransactSql.FaultsOf));
        Assert.Contains(offices.SqlServer.Statements, statement => statement.Value is CommandSource.SaveChanges && statement.Key.Contains("[Visits]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_statement_is_seen()
    {
        var whole = offices.SqlServer.Statements.Keys.First(sql => sql.Contains("FROM [Offices]", StringComparison.Ordinal));

        Assert.Empty(TransactSql.FaultsOf(whole));
        Assert.NotEmpty(TransactSql.FaultsOf(whole.Replace("FROM [Offices]", "FORM [Offices]", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_subquery_where_SQL_Server_takes_none_is_seen()
    {
        Assert.Empty(TransactSql.FaultsOf("SELECT COUNT(*) FROM [Visits] AS [v] WHERE EXISTS (SELECT 1 FROM [Visits]) GROUP BY SUBSTRING([v].[AreaCode], 1, 9)"));
        Assert.NotEmpty(TransactSql.FaultsOf("SELECT COUNT(*) FROM [Visits] AS [v] GROUP BY CASE WHEN EXISTS (SELECT 1 FROM [Visits]) THEN 1 ELSE 0 END"));
        Assert.NotEmpty(TransactSql.FaultsOf("SELECT SUM((SELECT TOP(1) [Id] FROM [Visits])) FROM [Visits]"));
    }

    private IEnumerable<Principal> EntitledTo(PortalEndpoint endpoint) => offices.Office.Principals.Where(principal => endpoint.Permission == PortalEndpoint.Open
        || (principal.HoldsRoleHere && Enum.TryParse<Permission>(endpoint.Permission, out var permission) && principal.Account!.Role.Grants(permission)));

    private void Report(List<string> asked, string method)
    {
        foreach (var line in asked)
            output.WriteLine(line);
        output.WriteLine($"{asked.Count} {method} endpoints; {offices.SqlServer.Statements.Count} distinct statements for SQL Server: "
            + string.Join(", ", offices.SqlServer.Statements.GroupBy(statement => statement.Value).Select(group => $"{group.Count()} {group.Key}")));
    }
}
