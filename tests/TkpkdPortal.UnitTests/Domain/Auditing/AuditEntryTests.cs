using System.Security.Cryptography;
using System.Text;
using TkpkdPortal.Domain.Auditing;

namespace TkpkdPortal.UnitTests.Domain.Auditing;

public sealed class AuditEntryTests
{
    [Fact]
    public void The_hash_covers_every_field()
    {
        var id = Guid.Parse("0192a000-0000-7000-8000-000000000001");
        AuditEntry[] entries =
        [
            Entry("Visit.Approved", "lurah", 1), Entry("Visit.Returned", "lurah", 1), Entry("Visit.Approved", "camat", 1), Entry("Visit.Approved", "lurah", 2),
            Entry("Visit.Approved", "lurah", null), Entry("Visit.Approved", "lurah", 1, sequence: 2), Entry("Visit.Approved", "lurah", 1, at: Given.Now.AddTicks(1)),
            Chained(new("Visit.Approved", "lurah", 1) { Subject = "Visit" }), Chained(new("Visit.Approved", "lurah", 1) { SubjectId = id }),
            Chained(new("Visit.Approved", "lurah", 1) { AreaCode = "64.08." }), Chained(new("Visit.Approved", "lurah", 1) { ChangeSetId = id }),
            Chained(new("Visit.Approved", "lurah", 1) { Detail = "{}" }), Chained(new("Visit.Approved", "lurah", 1) { TraceId = "Visit" }),
            Chained(new("Visit.Approved", "lurah", 1) { Subject = "" }),
        ];

        Assert.Equal(entries.Length, entries.Select(entry => Convert.ToHexString(entry.Hash)).Distinct().Count());
    }

    [Fact]
    public void No_two_entries_share_a_text_by_moving_letters_between_fields() =>
        Assert.NotEqual(Entry("ab", "c", 1).Canonical(), Entry("b", "ca", 1).Canonical());

    [Fact]
    public void An_entry_stands_in_the_chain_behind_the_one_before()
    {
        var head = Entry("A", "lurah", 1);
        var next = new AuditEntry("B", "lurah", 1);

        next.Chain(2, Given.Now, head.Hash, Hash);

        Assert.Equal((2L, Given.Now, head.Hash), (next.Sequence, next.At, next.PreviousHash));
        Assert.Equal(Hash(next), next.Hash);
    }

    private static AuditEntry Entry(string action, string actor, long? user, long sequence = 1, DateTime? at = null) =>
        Chained(new(action, actor, user), sequence, at);

    private static AuditEntry Chained(AuditEntry entry, long sequence = 1, DateTime? at = null)
    {
        entry.Chain(sequence, at ?? Given.Now, [], Hash);
        return entry;
    }

    private static byte[] Hash(AuditEntry entry) => SHA256.HashData(Encoding.UTF8.GetBytes(entry.Canonical()));
}
