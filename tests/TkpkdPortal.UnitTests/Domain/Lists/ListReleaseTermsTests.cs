using TkpkdPortal.Domain.Lists;

namespace TkpkdPortal.UnitTests.Domain.Lists;

public sealed class ListReleaseTermsTests
{
    [Fact]
    public void A_release_begins_with_the_owner_and_basis_of_its_list() =>
        Assert.Equal(("BPS", "Inpres 4/2025"), (Release().Terms.Owner, Release().Terms.LegalBasis));

    [Fact]
    public void Number_and_day_of_the_hand_over_go_together_and_the_day_has_passed()
    {
        var release = Release();

        Assert.Contains("diisi bersama", release.State(new ReleaseTerms { HandOverNumber = "1" }, Given.Today).Refusal, StringComparison.Ordinal);
        Assert.Contains("diisi bersama", release.State(new ReleaseTerms { HandedOverOn = Given.Today }, Given.Today).Refusal, StringComparison.Ordinal);
        Assert.Contains("belum lewat", release.State(new ReleaseTerms { HandOverNumber = "1", HandedOverOn = Given.Today.AddDays(1) }, Given.Today).Refusal, StringComparison.Ordinal);
        Assert.Equal("BPS", release.Terms.Owner);
        Assert.True(release.State(new ReleaseTerms { HandOverNumber = "1", HandedOverOn = Given.Today }, Given.Today).IsAccepted);
        Assert.Equal(("1", (string?)null), (release.Terms.HandOverNumber, release.Terms.Owner));
    }

    private static ListRelease Release() => new(SourceList.Dtsen, "2025", new DateOnly(2025, 6, 30), 2025);
}
