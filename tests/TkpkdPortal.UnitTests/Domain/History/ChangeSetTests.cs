using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.UnitTests.Domain.History;

public sealed class ChangeSetTests
{
    [Fact]
    public void A_change_becomes_known_once()
    {
        var change = new ChangeSet(ChangeSource.Import, Guid.CreateVersion7(), "Dimuat dari P3KE 2023", userId: 1);
        Assert.Null(change.KnownFrom);

        change.BecomeKnown(Given.Now);

        Assert.Equal(Given.Now, change.KnownFrom);
        Assert.Throws<InvalidOperationException>(() => change.BecomeKnown(Given.Now.AddDays(1)));
        Assert.Equal(Given.Now, change.KnownFrom);
    }

    [Fact]
    public void A_release_is_known_since_its_first_import()
    {
        var release = new ListRelease(SourceList.P3ke, " 2023 ", Given.Today, 2023);

        release.BecomeKnown(Given.Now);
        release.BecomeKnown(Given.Now.AddDays(1));

        Assert.Equal((Given.Now, "2023"), (release.KnownFrom, release.Name));
    }

    [Theory]
    [InlineData("2023", "P3KE 2023")]
    [InlineData("P3KE 2023", "P3KE 2023")]
    [InlineData("p3ke tahap 2", "p3ke tahap 2")]
    public void A_release_names_its_list_once(string name, string title) => Assert.Equal(title, ListRelease.TitleOf(SourceList.P3ke, name));

    [Fact]
    public void Every_list_has_its_name() => Assert.All(Enum.GetValues<SourceList>(), list => Assert.NotEqual("", list.Label()));
}
