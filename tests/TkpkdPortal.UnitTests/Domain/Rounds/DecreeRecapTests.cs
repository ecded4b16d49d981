using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;

namespace TkpkdPortal.UnitTests.Domain.Rounds;

/// <summary>A recap adds up, and tells nothing of a village with few families.</summary>
public sealed class DecreeRecapTests
{
    [Fact]
    public void Families_and_persons_are_counted_by_village_and_kecamatan()
    {
        var recap = DecreeRecap.Of([.. Families("64.08.03.2001", 6, 3), .. Families("64.08.03.2002", 7, 4), .. Families("64.08.01.2003", 8, 5)]);

        Assert.Equal(["64.08.01", "64.08.03"], recap.Districts.Select(district => district.Area.Official));
        Assert.Equal(new RecapCount(13, 46), recap.Districts[1].Total);
        Assert.Equal(new RecapCount(6, 18), recap.Districts[1].Villages[0].Count);
        Assert.Equal(new RecapCount(21, 86), recap.Total);
        Assert.False(recap.HasWithheld);
    }

    [Fact]
    public void A_village_with_few_is_withheld_together_with_another()
    {
        var recap = DecreeRecap.Of([.. Families("64.08.03.2001", 2, 3), .. Families("64.08.03.2002", 7, 4), .. Families("64.08.03.2003", 20, 4)]);

        Assert.Equal([false, false, true], recap.Districts[0].Villages.Select(village => village.Count.IsShown));
        Assert.Equal(29, recap.Districts[0].Total.Families);
    }

    [Fact]
    public void A_kecamatan_with_few_takes_another_kecamatan_along_and_a_village_of_it()
    {
        var recap = DecreeRecap.Of([.. Families("64.08.01.2003", 2, 3), .. Families("64.08.03.2001", 10, 3), .. Families("64.08.03.2002", 7, 4), .. Families("64.08.04.2001", 90, 4)]);

        Assert.Equal([false, false, true], recap.Districts.Select(district => district.Total.IsShown));
        Assert.Equal([true, false], recap.Districts[1].Villages.Select(village => village.Count.IsShown));
        Assert.Equal(109, recap.Total.Families);
        Assert.True(recap.HasWithheld);
    }

    [Fact]
    public void Where_there_is_nothing_but_a_few_not_even_the_sum_is_told() => Assert.False(DecreeRecap.Of(Families("64.08.01.2003", 3, 3)).Total.IsShown);

    private static IEnumerable<(AreaCode Area, int Members)> Families(string village, int count, int members) => Enumerable.Repeat((AreaCode.Parse(village), members), count);
}
