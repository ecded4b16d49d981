using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Dashboard;

/// <summary>The figures are kept between requests, and still are those of the moment.</summary>
public sealed class KeptFiguresTests
{
    private const string Village = "62.71.04.1004";

    [Fact]
    public async Task The_dashboard_counts_anew_after_a_save_and_only_then()
    {
        var counted = new CommandCount("HouseholdVersions");
        await using var portal = TestPortal.Start(services: services => services.ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(counted)));
        await portal.Scenario.ImportAsync(new ImportOrder(ImportKind.P3keFamilies, "keluarga.csv", "2025", new DateOnly(2025, 9, 15)),
            FamiliesFile.Of([new FamilyRow("6271040001", "6271041004") { Nik = "6271990102800001" }]));
        var household = await portal.Scenario.HouseholdInAsync(Village);
        var analyst = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));
        var enumerator = await portal.Scenario.AccountAsync(Role.Enumerator, Village);

        Assert.Equal("0", await VisitedAsync(analyst));
        var once = counted.Count;
        Assert.Equal("0", await VisitedAsync(analyst));
        Assert.Equal((1, 1), (once, counted.Count));
        await portal.Scenario.SubmittedVisitAsync(household, enumerator);
        Assert.Equal("1", await VisitedAsync(analyst));
        Assert.True(counted.Count > once);
    }

    private static async Task<string> VisitedAsync(Visitor visitor) => (await visitor.GetAsync("/dasbor")).Document.QuerySelectorAll(".tk-fig .n")[1].TextContent.Split(' ')[0].Trim();

    private sealed class CommandCount(string table) : DbCommandInterceptor
    {
        private readonly ConcurrentBag<string> _commands = [];

        public int Count => _commands.Count;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains($"FROM \"{table}\"", StringComparison.Ordinal))
                _commands.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
