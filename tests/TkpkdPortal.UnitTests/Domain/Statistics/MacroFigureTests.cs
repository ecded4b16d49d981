using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Statistics;

namespace TkpkdPortal.UnitTests.Domain.Statistics;

public sealed class MacroFigureTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 1, 0, 0, DateTimeKind.Utc);

    private static readonly DateOnly Today = new(2026, 11, 25);

    private static readonly MacroFigureTerms Good = new(MacroIndicator.PoorShare, MacroScope.Office, 2025, 3, 8.07m, "BPS Kabupaten Kutai Timur 2025", new DateOnly(2025, 7, 15));

    public static TheoryData<MacroFigureTerms, string> Bad => new()
    {
        { Good with { Month = 9 }, "hanya ada untuk Maret" },
        { Good with { Month = 6, Scope = MacroScope.Nation }, "Maret dan September" },
        { Good with { Year = 1999 }, "sejak 2000" },
        { Good with { Value = 100.01m }, "antara 0,00 % dan 100,00 %" },
        { Good with { Value = -1m }, "berkisar antara" },
        { Good with { Value = 8.071m }, "dua desimal" },
        { Good with { Indicator = MacroIndicator.PovertyLine, Value = 753.332m }, "antara Rp100.000" },
        { Good with { PublishedOn = new DateOnly(2026, 11, 26) }, "Tanggal terbit" },
        { Good with { PublishedOn = new DateOnly(2025, 2, 28) }, "Tanggal terbit" },
        { Good with { Source = " BPS " }, "Tulis sumbernya" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_figure_that_BPS_cannot_have_published_is_refused(MacroFigureTerms terms, string sentence)
    {
        var outcome = MacroFigure.Enter(terms, AreaLevel.Regency, Today, Now, 1, out var figure);

        Assert.Null(figure);
        Assert.Contains(sentence, outcome.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_province_has_figures_for_September() => Assert.True(MacroFigure.Enter(Good with { Month = 9, PublishedOn = new DateOnly(2026, 1, 15) }, AreaLevel.Province, Today, Now, 1, out _).IsAccepted);

    [Fact]
    public void Whoever_entered_a_figure_does_not_confirm_it()
    {
        var figure = Entered();

        Assert.Contains("Anda isi sendiri", figure.Confirm(1, Now).Refusal, StringComparison.Ordinal);
        Assert.Contains("Anda isi sendiri", figure.Reject(1, "salah", Now).Refusal, StringComparison.Ordinal);
        Assert.Equal(MacroFigureState.Waiting, figure.State);
    }

    [Fact]
    public void Another_person_confirms_it_once()
    {
        var figure = Entered();

        Assert.True(figure.Confirm(2, Now).IsAccepted);
        Assert.Contains("sudah diputuskan", figure.Reject(3, "salah", Now).Refusal, StringComparison.Ordinal);
        Assert.Equal((MacroFigureState.Confirmed, (long?)2, (DateTime?)Now), (figure.State, figure.DecidedById, figure.DecidedAt));
    }

    [Fact]
    public void A_rejection_says_what_differs_from_the_source()
    {
        var figure = Entered();

        Assert.Contains("Tulis apa yang berbeda", figure.Reject(2, " ", Now).Refusal, StringComparison.Ordinal);
        Assert.True(figure.Reject(2, "Tertulis 8,70", Now).IsAccepted);
        Assert.Equal("Tertulis 8,70", figure.Reason);
    }

    private static MacroFigure Entered()
    {
        Assert.True(MacroFigure.Enter(Good, AreaLevel.Regency, Today, Now, 1, out var figure).IsAccepted);
        // Accepted means that there is one.
        return figure!;
    }
}
