using System.Text.RegularExpressions;
using System.Xml.Linq;
using TkpkdPortal.Testing;

namespace TkpkdPortal.UnitTests.Conventions;

public sealed partial class SourceTests
{
    private const int MostLines = 400, MostLinesOfController = 200, MostLinesOfAction = 15;

    /// <summary>Where a query looks past a filter, and why nobody sees more by it.</summary>
    private static readonly Dictionary<string, string> PastFilters = new()
    {
        ["TkpkdPortal/Access/ActingUser.cs"] = "the own assignments are read before they become the scope",
        ["TkpkdPortal/Access/AssignmentDesk.cs"] = "whether an account holds anything elsewhere, and whether an admin is left, is asked of all areas",
        ["TkpkdPortal/Importing/ImportRun.cs"] = "an import finds its own release before it is published",
        ["TkpkdPortal/Importing/ImportStager.cs"] = "an import sees its own staged rows, and the highest keys of all areas",
        ["TkpkdPortal/Importing/ImportPublisher.cs"] = "an import sees its own staged rows",
        ["TkpkdPortal/Importing/Dtsen/DtsenPairing.cs"] = "an import sees its own staged rows",
        ["TkpkdPortal/Importing/Dtsen/DtsenPublisher.cs"] = "an import sees its own staged rows",
        ["TkpkdPortal/Comparing/ComparedReleases.cs"] = "a family that a second list has in another village must not seem to have left; only differences of the own area are shown",
        ["TkpkdPortal/Importing/ImportUndo.cs"] = "what lies outside the scope has to be seen, to be refused",
        ["TkpkdPortal/Importing/ImportTraces.cs"] = "whoever has had to do with a family, wherever that was written, and what it was while it was closed",
        ["TkpkdPortal/Figures/ChangedVillages.cs"] = "which villages changed is asked of all areas, since the counts are kept for everybody; only codes of villages come of it",
        ["TkpkdPortal/Figures/NeedTallies.cs"] = "whether a need is met does not depend on who asks; counts alone are shown, of areas that are the asker's own",
        ["TkpkdPortal/Figures/DanaDesaFigures.cs"] = "how many families of decile 1 a desa has is one number for every reader of the area; past the duty alone, as counts, and the aid is of the programs that the reader sees",
        ["TkpkdPortal/Figures/TargetGroupFigures.cs"] = "how many families a target group has is one number for every reader of the area; past the duty alone, as counts",
        ["TkpkdPortal/Data/Bulk/BulkWriter.cs"] = "rows that would be copied outside the scope are refused",
        ["TkpkdPortal/Figures/FigureScope.cs"] = "a release that was taken back later was known then, and its ranks are the columns of every area",
        ["TkpkdPortal/Importing/ImportCleanup.cs"] = "what an import left behind is removed wherever it lies",
        ["TkpkdPortal/Startup/DatabaseStart.cs"] = "the words of all names are made anew before anybody signs in",
        ["TkpkdPortal/Importing/RegisterContentHash.cs"] = "the hash of a batch is taken before it is published",
        ["TkpkdPortal/Importing/Recipients/AidOfRecipients.cs"] = "an import sees its own staged rows",
        ["TkpkdPortal/Importing/CivilRegistry/AnswerRun.cs"] = "an import sees its own staged rows",
        ["TkpkdPortal/Features/Deliberations/DeliberationDesk.cs"] = "a household that was closed since its visit stands in the minutes as the visit found it",
        ["TkpkdPortal/Features/Deliberations/DeliberationPages.cs"] = "a closed household has changed since the minutes, and a code is checked by whoever holds the paper",
        ["TkpkdPortal/Features/Rakor/Snapshots/SnapshotPage.cs"] = "a household that was closed since the pack was published has changed since",
        ["TkpkdPortal/Features/Rounds/Links/LinkDoor.cs"] = "a link is found by the hash of its code before its RT becomes the scope",
        ["TkpkdPortal/Doubles/ComparedRegister.cs"] = "the register is walked along its keys, and what lies outside the scope is left out",
        ["TkpkdPortal/Doubles/MergedTables.cs"] = "all that hangs on a record of a family goes with it, also what was written where the family lived before",
        ["TkpkdPortal/Doubles/MergeDesk.cs"] = "the same, and the record that was closed comes back",
        ["TkpkdPortal/Features/Doubles/DoubleList.cs"] = "of a pair across two areas the other family is named by initials and village",
        ["TkpkdPortal/Features/Doubles/DoublePage.cs"] = "the same, and aid and lists of a family that is seen, also where it lived before",
        ["TkpkdPortal/Features/Programs/ProgramDesk.cs"] = "a ceiling holds the shares of all villages, also of those that the reader does not see",
        ["TkpkdPortal/Waiting/WaitingSource.cs"] = "a case whose household has left the register still waits to be closed",
        ["TkpkdPortal/Features/Cases/CaseList.cs"] = "a case whose household has left the register is still to be closed by whoever sees the case",
        ["TkpkdPortal/Features/Cases/CasePage.cs"] = "the same, and who may own a case of a family holds more than the reader's area",
        ["TkpkdPortal/Features/Households/HouseholdAsOf.cs"] = "the past of a household that is seen now, also where it lived before",
        ["TkpkdPortal/Features/Households/HistoryLine.cs"] = "the history of a household that is seen now: its versions and events of all areas, its aid of all OPDs",
        ["TkpkdPortal/Features/Households/AidLine.cs"] = "whoever sees a household sees all its aid, so that no OPD helps twice and a move loses nothing",
        ["TkpkdPortal/Features/Households/HouseholdDetails.cs"] = "a household that was closed is still found by its own page",
        ["TkpkdPortal/Features/Households/ListStatement.cs"] = "what lists said of a household that is seen now, also where it lived before",
        ["TkpkdPortal/Features/Households/Members/PersonPage.cs"] = "stations of the same person elsewhere are counted, never named",
        ["TkpkdPortal/Features/Households/HandOvers/HandOverPages.cs"] = "the id of the offered household, for the note that somebody saw it",
        ["TkpkdPortal/Features/Privacy/HouseholdAccessList.cs"] = "who saw a household that is seen now, also where it lived before or before it was closed",
        ["TkpkdPortal/Privacy/SeenLine.cs"] = "whoever saw a household where it lived before is owed to the family all the same",
        ["TkpkdPortal/Features/Visits/VisitDesk.cs"] = "numbers of visits go on wherever the household was visited",
        ["TkpkdPortal/Features/Visits/Paper/PaperDesk.cs"] = "numbers of visits go on wherever the household was visited",
        ["TkpkdPortal/Features/Rounds/Decrees/DecreeAnnexes.cs"] = "a household that was closed since it was validated stands in the decree all the same",
        ["TkpkdPortal/Features/Field/FieldDesk.cs"] = "numbers of visits go on wherever the household was visited",
        ["TkpkdPortal/Photos/PhotoSweep.cs"] = "a file is removed only where no row of any area names it",
        ["TkpkdPortal/Privacy/AccessWriter.cs"] = "the page of a closed household is seen as well",
        ["TkpkdPortal/Figures/VerificationFigures.cs"] = "whether a household of the own area was visited elsewhere later, or closed: one number for every reader",
        ["TkpkdPortal/Proposing/SimilarHouseholds.cs"] = "a family that is proposed is sought in the whole register; of one elsewhere only initials and the village are told",
        ["TkpkdPortal/Figures/AidTotals.cs"] = "whether a household of the own area was helped elsewhere later: one number for every reader",
    };

    /// <summary>Where SQL is written by hand outside Data/Bulk, and why.</summary>
    private static readonly Dictionary<string, string> OwnSql = new()
    {
        ["TkpkdPortal/Data/Sqlite/KeptConnection.cs"] = "keeps the commands of others by their text, and writes none",
        ["TkpkdPortal/Data/Sqlite/SqliteConnectionSettings.cs"] = "PRAGMA at the opening of a connection",
        ["TkpkdPortal/Data/Sqlite/SqliteSnapshot.cs"] = "PRAGMA, and the count of rows of a copy whose schema may be another version's",
        ["TkpkdPortal/Data/Sqlite/SqliteSafety.cs"] = "reads the PRAGMA back",
    };

    [Fact]
    public void No_file_is_longer_than_a_reader_bears() =>
        Assert.Empty(Sources.Code.Concat(Sources.Views).Where(file => file.Lines.Count > MostLines).Select(file => $"{file.Path}: {file.Lines.Count}"));

    [Fact]
    public void A_controller_is_short_and_each_of_its_actions_does_one_thing()
    {
        Assert.NotEmpty(Sources.Controllers);
        Assert.Empty(Sources.Controllers.Where(file => file.Lines.Count > MostLinesOfController).Select(file => $"{file.Path}: {file.Lines.Count}"));
        Assert.Empty(Sources.Controllers.SelectMany(file => MethodLengths(file.Lines).Where(method => method.Lines > MostLinesOfAction)
            .Select(method => $"{file.Path}: {method.Name.Trim()} ({method.Lines})")));
    }

    [Fact]
    public void The_length_of_a_method_is_counted_to_its_closing_brace() =>
        Assert.Equal([1, 4, 2], MethodLengths(["    public int A() => 1;", "    private int B()", "    {", "        return 1;", "    }", "    public int C() =>", "        1;"])
            .Select(method => method.Lines));

    [Fact]
    public void The_time_comes_from_the_clock_of_the_program() =>
        Assert.Empty(Sources.Code.Where(file => MachineTime().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void A_query_looks_past_a_filter_only_where_the_reason_is_written_down()
    {
        var (wrong, idle) = Sources.Holding(["IgnoreQueryFilters"], PastFilters);

        Assert.Empty(wrong);
        Assert.Empty(idle);
    }

    [Fact]
    public void SQL_is_written_by_hand_only_in_the_bulk_writer()
    {
        var (wrong, idle) = Sources.Holding(["SqlRaw", "ExecuteSql", "FromSql", "SqlQuery", "CommandText", "CreateCommand"], OwnSql);

        Assert.Empty(wrong.Select(path => Path.GetDirectoryName(path)).Distinct().Except(["TkpkdPortal/Data/Bulk"]));
        Assert.Empty(idle);
    }

    [Fact]
    public void Nothing_is_silenced_folded_away_or_put_off() =>
        Assert.Empty(Sources.Code.Where(file => Silenced().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void A_project_silences_no_warning_and_the_domain_asks_for_no_package()
    {
        var projects = Directory.GetFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories);

        Assert.All(projects, path => Assert.DoesNotContain("NoWarn", File.ReadAllText(path), StringComparison.Ordinal));
        Assert.DoesNotContain(XDocument.Load(Path.Combine(Repository.Root, "src", "TkpkdPortal.Domain", "TkpkdPortal.Domain.csproj")).Descendants(),
            element => element.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal));
    }

    /// <summary>The formatter sets members at four spaces, so that the end of a method is the next brace there, or the semicolon of an expression.</summary>
    private static IEnumerable<(string Name, int Lines)> MethodLengths(IReadOnlyList<string> lines)
    {
        for (var start = 0; start < lines.Count; start++)
        {
            if (!Method().IsMatch(lines[start]))
                continue;
            var end = start;
            while (lines[end] != "    }" && !(lines[end].EndsWith(';') && !lines.Skip(start).Take(end - start + 1).Contains("    {")))
                end++;
            yield return (lines[start], end - start + 1);
        }
    }

    [GeneratedRegex(@"^    (public|private|protected|internal) [^=;]*\(")]
    private static partial Regex Method();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex MachineTime();

    [GeneratedRegex(@"^\s*#(pragma|region)|\bTODO\b|\bFIXME\b|\bHACK\b|SuppressMessage", RegexOptions.Multiline)]
    private static partial Regex Silenced();
}
