using System.Text.RegularExpressions;
using TkpkdPortal.Data;
using TkpkdPortal.Features.Audit;

namespace TkpkdPortal.UnitTests.Conventions;

public sealed partial class AuditWordTests
{
    [Fact]
    public void Every_action_that_the_portal_writes_has_a_word_on_the_audit_page()
    {
        var written = Sources.Code.SelectMany(file => Written().Matches(file.Text).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.Contains("Number.Opened", written);
        Assert.DoesNotContain(written, action => !AuditWords.Knows(action));
    }

    [Fact]
    public void Whatever_is_done_to_an_audited_row_is_said_in_words()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        // What AuditTrail describes by itself, row by row.
        foreach (var thing in AuditWords.AllThings.Select(thing => thing.Value).Where(thing => thing is not ("Household" or "Person" or "ImportBatch")))
        {
            Assert.Contains(thing, db.Model.GetEntityTypes().Select(entity => entity.ClrType.Name));
            Assert.NotEqual($"{thing}.Modified", AuditWords.OfAction($"{thing}.Modified"));
        }
        Assert.Equal("Kunjungan diubah", AuditWords.OfAction("Visit.Modified"));
        Assert.Equal("Esok.Terjadi", AuditWords.OfAction("Esok.Terjadi"));
    }

    [GeneratedRegex("(?:Note|Record|RecordAsync|Entry)\\((?:db, )?\"([A-Z][A-Za-z]+\\.[A-Z][A-Za-z]+)\"")]
    private static partial Regex Written();
}
