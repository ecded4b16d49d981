using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Security;

namespace TkpkdPortal.UnitTests.Domain.Rounds;

public sealed class NeighbourhoodLinkTests
{
    private static readonly AreaCode Rt = AreaCode.Parse("64.08.03.2001.001.003");

    private readonly GivenRound _given = new();

    [Fact]
    public void A_link_is_for_a_named_person_of_one_RT_in_a_running_round_for_a_week_at_most()
    {
        foreach (var (area, holder, days, words) in new (AreaCode?, string?, int?, string)[]
        {
            (null, "Budi", 3, "Pilih satu RT"), (AreaCode.Parse("64.08.03.2001"), "Budi", 3, "Pilih satu RT"), (AreaCode.Parse("64.08.03.2001.001"), "Budi", 3, "Pilih satu RT"), (Rt, " ", 3, "Tulis nama"),
            (Rt, "Budi", 0, "1 sampai 7 hari"), (Rt, "Budi", 8, "1 sampai 7 hari"), (Rt, "Budi", null, "1 sampai 7 hari"),
        })
        {
            Assert.Contains(words, Make(area, holder, days, out var none).Refusal, StringComparison.Ordinal);
            Assert.Null(none);
        }
        Assert.True(Make(Rt, " Budi Contoh ", 7, out var link).IsAccepted);
        Assert.Equal(("Ketua RT Budi Contoh", Given.Now.AddDays(7), Rt.Stored), (link!.Holder, link.ExpiresAt, link.AreaCode));
    }

    [Fact]
    public void It_is_open_until_it_ends_is_revoked_or_the_visits_of_its_round_are_over()
    {
        Make(Rt, "Budi", 2, out var link);
        Assert.True(link!.IsOpen(_given.Round, Given.Now.AddDays(2).AddTicks(-1)));
        Assert.False(link.IsOpen(_given.Round, Given.Now.AddDays(2)));

        Assert.True(link.Revoke(9, Given.Now.AddHours(1)).IsAccepted);
        Assert.False(link.IsOpen(_given.Round, Given.Now.AddHours(2)));
        Assert.Contains("tidak berlaku", link.Revoke(9, Given.Now.AddHours(2)).Refusal, StringComparison.Ordinal);

        Make(Rt, "Budi", 2, out var other);
        Assert.True(_given.Round.Advance(new RoundTally(1, 0, 0, 0, 0, 0), Given.Today).IsAccepted);
        Assert.False(other!.IsOpen(_given.Round, Given.Now));
        Assert.Contains("tidak sedang berjalan", Make(Rt, "Budi", 2, out _).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_about_a_family_is_changed_only_by_another_word()
    {
        Make(Rt, "Budi", 2, out var link);
        var hint = NeighbourhoodHint.Of(link!, 5, HintAnswer.StillHere, " ", Given.Now);

        Assert.False(hint.Change(HintAnswer.StillHere, null, Given.Now.AddHours(1)));
        Assert.True(hint.Change(HintAnswer.Moved, " ke Sangatta ", Given.Now.AddHours(1)));
        Assert.Equal((HintAnswer.Moved, "ke Sangatta", Given.Now.AddHours(1)), (hint.Answer, hint.Detail, hint.GivenAt));
        Assert.False(hint.Change(HintAnswer.Missing, null, Given.Now.AddHours(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeighbourhoodHint.Of(link!, 5, HintAnswer.Missing, null, Given.Now));
    }

    [Fact]
    public void A_code_has_enough_bits_and_is_read_out_of_whatever_was_pasted()
    {
        var codes = Enumerable.Range(0, 1_000).Select(_ => LinkCode.New()).ToList();

        Assert.Equal(1_000, codes.Distinct().Count());
        Assert.True(LinkCode.Length * Math.Log2(codes.SelectMany(code => code).Distinct().Count()) >= 128);
        Assert.All(new[] { codes[0], $"https://portal.uji.invalid/rt#{codes[0]}", $" {codes[0].ToLowerInvariant()} ", $"{codes[0][..13]}-{codes[0][13..]}" }, typed => Assert.Equal(codes[0], LinkCode.Read(typed)));
        Assert.All(new[] { null, "", "abc", codes[0][1..], codes[0] + "A", codes[0][1..] + "0", new string('A', 400) }, typed => Assert.Null(LinkCode.Read(typed)));
    }

    private Outcome Make(AreaCode? area, string? holder, int? days, out NeighbourhoodLink? link) =>
        NeighbourhoodLink.Make(_given.Round, area, NeighbourhoodOffice.Rt, holder, days, new byte[NeighbourhoodLink.HashLength], 7, Given.Now, out link);
}
