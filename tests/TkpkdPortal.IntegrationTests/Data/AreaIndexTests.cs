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
        await using var portal = Start(plans);
        await portal.Scenario.HouseholdInAsync(Village);
        var visitor = await portal.SignInAsync(await portal.Scenario.AccountAsync(role, role is Role.Analyst ? "62.71" : Village));

        plans.Start(table);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.GetAsync(path)).StatusCode);

        foreach (var (step, _) in plans.Steps)
            output.WriteLine(step);
        Assert.Contains(plans.Steps.Keys, step => step.Contains("USING", StringComparison.Ordinal) && step.Contains("(AreaCode>? AND AreaCode<?", StringComparison.Ordinal));
        Assert.DoesNotContain(plans.Steps.Keys, step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    /// <summary>A page passes by the rows before it, and those of another decile, without reading them: the index has all that decides.</summary>
    [Theory]
    [InlineData("/keluarga")]
    [InlineData("/keluarga?halaman=2&desil=1")]
    public async Task A_list_is_read_in_the_order_of_its_index(string path)
    {
        var plans = new PlanReader();
        await using var portal = Start(plans);
        await portal.Scenario.HouseholdInAsync(Village);
        var visitor = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));

        plans.Start("Households", "LIMIT @p");
        await visitor.GetAsync(path);

        Assert.Contains("SEARCH h USING INDEX IX_Households_List (AreaCode>? AND AreaCode<?)", plans.Steps.Keys);
        Assert.DoesNotContain("USE TEMP B-TREE FOR ORDER BY", plans.Others);
    }

    /// <summary>A word that every family has must not be gathered before the rarer one narrows it.</summary>
    [Fact]
    public async Task Of_the_words_of_a_name_the_rarest_leads()
    {
        var plans = new PlanReader();
        await using var portal = Start(plans);
        foreach (var name in (string[])["SITI UJI", "RUSMINI UJI", "JAMILAH UJI"])
            await portal.Scenario.HouseholdInAsync(Village, name);
        var visitor = await portal.SignInAsync(await portal.Scenario.AccountAsync(Role.Analyst));

        plans.Start("NameTokens", "EXISTS", "INNER JOIN");
        var found = await visitor.PostAsync("/keluarga/cari", "/keluarga", ("Name", "uji jamil"));

        Assert.Contains("JAMILAH UJI", found.Text, StringComparison.Ordinal);
        Assert.Contains("1 keluarga cocok", found.Text, StringComparison.Ordinal);
        Assert.Equal("IAMIL", plans.Parameter("@letters"));
        Assert.Contains("SEARCH n USING INDEX IX_NameTokens_Word_AreaCode_HouseholdId (Word>? AND Word<?)", plans.Steps.Keys.Select(step => step.Replace("COVERING ", "", StringComparison.Ordinal)));
        Assert.Contains("SEARCH n0 USING COVERING INDEX IX_NameTokens_HouseholdId_Word_AreaCode (HouseholdId=? AND Word>? AND Word<?)", plans.Steps.Keys);
        Assert.DoesNotContain("USE TEMP B-TREE FOR ORDER BY", plans.Others);
    }

    private static TestPortal Start(PlanReader plans) =>
        TestPortal.Start(services: services => services.ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(plans)));

    /// <summary>Asks for the plan of each query and keeps the steps at one table.</summary>
    private sealed class PlanReader : DbCommandInterceptor
    {
        private readonly ConcurrentDictionary<string, object?> _parameters = new(StringComparer.Ordinal);
        private string? _table;
        private string[] _words = [];

        public ConcurrentDictionary<string, string> Steps { get; } = new(StringComparer.Ordinal);

        /// <summary>What the plans do beside looking at the table.</summary>
        public ConcurrentBag<string> Others { get; } = [];

        public object? Parameter(string name) => _parameters[name];

        /// <summary>From now on the queries of the table that hold all the words.</summary>
        public void Start(string table, params string[] words) => (_table, _words) = (table, words);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            if (_table is not null && command.CommandText.Contains($"\"{_table}\"", StringComparison.Ordinal) && eventData.CommandSource is CommandSource.LinqQuery
                && Array.TrueForAll(_words, word => command.CommandText.Contains(word, StringComparison.Ordinal)))
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
                    else
                        Others.Add(step);
                }
            }
            foreach (DbParameter parameter in command.Parameters)
                _parameters[parameter.ParameterName] = parameter.Value;
            command.CommandText = sql;
        }

        private IEnumerable<string> AliasesIn(string sql) => System.Text.RegularExpressions.Regex.Matches(sql, $"\"{_table}\" AS \"(\\w+)\"").Select(match => match.Groups[1].Value);
    }
}
