using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;
using Xunit.Abstractions;

namespace TkpkdPortal.IntegrationTests.Data;

/// <summary>A village's page must not read the whole regency: the plan of its queries says how SQLite finds the area's rows.</summary>
public sealed class AreaIndexTests(ITestOutputHelper output)
{
    private const string Village = "62.71.04.1004";

    [Theory]
    [InlineData("/keluarga", Role.VillageHead, "Households")]
    [InlineData("/keluarga?wilayah=62.71.04.1004&urut=nama&desil=1", Role.Analyst, "Households")]
    [InlineData("/dasbor", Role.VillageHead, "Households")]
    [InlineData("/dasbor", Role.VillageHead, "Visits")]
    [InlineData("/periksa", Role.VillageHead, "Visits")]
    [InlineData("/kunjungan", Role.Enumerator, "Households")]
    public async Task The_area_condition_of_a_list_uses_an_index(string path, Role role, string table)
    {
        var plans = new PlanReader();
        await using var portal = TestPortal.Start(services: services => services.ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(plans)));
        await portal.Scenario.HouseholdInAsync(Village);
        var visitor = await portal.SignInAsync(await portal.Scenario.AccountAsync(role, role is Role.Analyst ? "62.71" : Village));

        plans.Start(table);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.GetAsync(path)).StatusCode);

        foreach (var (step, _) in plans.Steps)
            output.WriteLine(step);
        Assert.Contains(plans.Steps.Keys, step => step.Contains("USING", StringComparison.Ordinal) && step.Contains("(AreaCode>? AND AreaCode<?", StringComparison.Ordinal));
        Assert.DoesNotContain(plans.Steps.Keys, step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    /// <summary>Asks for the plan of each query and keeps the steps at one table.</summary>
    private sealed class PlanReader : DbCommandInterceptor
    {
        private string? _table;

        public ConcurrentDictionary<string, string> Steps { get; } = new(StringComparer.Ordinal);

        public void Start(string table) => _table = table;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            if (_table is not null && command.CommandText.Contains($"\"{_table}\"", StringComparison.Ordinal) && eventData.CommandSource is CommandSource.LinqQuery)
                Read(command);
            return ValueTask.FromResult(result);
        }

        private void Read(DbCommand command)
        {
            var sql = command.CommandText;
            command.CommandText = "EXPLAIN QUERY PLAN " + sql;
            using (var plan = command.ExecuteReader())
            {
                while (plan.Read())
                {
                    var step = plan.GetString(3);
                    if (AliasesIn(sql).Any(alias => step.Split(' ') is [_, var name, ..] && name == alias))
                        Steps[step] = sql;
                }
            }
            command.CommandText = sql;
        }

        private IEnumerable<string> AliasesIn(string sql) => System.Text.RegularExpressions.Regex.Matches(sql, $"\"{_table}\" AS \"(\\w+)\"").Select(match => match.Groups[1].Value);
    }
}
