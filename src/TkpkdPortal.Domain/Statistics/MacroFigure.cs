using TkpkdPortal.Domain.Areas;

namespace TkpkdPortal.Domain.Statistics;

/// <summary>
/// Angka makro: one figure of BPS for a region and a month, as it was published. It comes from a survey (Susenas) and is never counted from a
/// list; nobody sees it before a second person has held it against its source.
/// </summary>
public sealed class MacroFigure : IHasPublicId, IHasVersion
{
    public const int FirstYear = 2000, SourceMaxLength = 200, ReasonMaxLength = 300;

    private const int March = 3, September = 9, SourceMinLength = 8;

    private MacroFigure() => Source = "";

    private MacroFigure(MacroFigureTerms terms, DateTime at, long userId)
    {
        PublicId = Guid.CreateVersion7();
        (Indicator, Scope, Year, Month, Value) = (terms.Indicator, terms.Scope, terms.Year, terms.Month, terms.Value);
        (Source, PublishedOn, EnteredAt, EnteredById) = (terms.Source.Trim(), terms.PublishedOn, at, userId);
        State = MacroFigureState.Waiting;
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public MacroIndicator Indicator { get; private set; }

    public MacroScope Scope { get; private set; }

    public int Year { get; private set; }

    /// <summary>Month of the survey: 3 or 9.</summary>
    public int Month { get; private set; }

    public decimal Value { get; private set; }

    /// <summary>The publication: "BRS BPS Kabupaten Kutai Timur 12/08/6404".</summary>
    public string Source { get; private set; }

    public DateOnly PublishedOn { get; private set; }

    public MacroFigureState State { get; private set; }

    public DateTime EnteredAt { get; private set; }

    public long EnteredById { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public long? DecidedById { get; private set; }

    /// <summary>Why it was not confirmed.</summary>
    public string? Reason { get; private set; }

    public int Version { get; private set; }

    /// <summary>Takes a figure for confirmation, or refuses with what to mend.</summary>
    public static Outcome Enter(MacroFigureTerms terms, AreaLevel office, DateOnly today, DateTime at, long userId, out MacroFigure? figure)
    {
        var outcome = Judge(terms, office, today);
        figure = outcome.IsAccepted ? new MacroFigure(terms, at, userId) : null;
        return outcome;
    }

    /// <summary>Another person than the one who entered it has found it in the source.</summary>
    public Outcome Confirm(long userId, DateTime at)
    {
        if (CannotDecide(userId) is { IsAccepted: false } refused)
            return refused;
        (State, DecidedById, DecidedAt) = (MacroFigureState.Confirmed, userId, at);
        return Outcome.Accepted;
    }

    public Outcome Reject(long userId, string? reason, DateTime at)
    {
        if (CannotDecide(userId) is { IsAccepted: false } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refuse("Tulis apa yang berbeda dari sumbernya, agar pengisi bisa memperbaiki.");
        (State, DecidedById, DecidedAt, Reason) = (MacroFigureState.Rejected, userId, at, reason.Trim());
        return Outcome.Accepted;
    }

    private Outcome CannotDecide(long userId)
    {
        if (State is not MacroFigureState.Waiting)
            return Outcome.Refuse("Angka ini sudah diputuskan.");
        return userId == EnteredById ? Outcome.Refuse("Angka ini Anda isi sendiri. Orang lain yang mencocokkan dan mengonfirmasinya.") : Outcome.Accepted;
    }

    private static Outcome Judge(MacroFigureTerms terms, AreaLevel office, DateOnly today)
    {
        if (terms.Month is not (March or September) || terms.Year < FirstYear)
            return Outcome.Refuse($"BPS menghitung kemiskinan pada Maret dan September, sejak {FirstYear} dalam portal ini.");
        if (terms.Month is September && terms.Scope is MacroScope.Office && office is AreaLevel.Regency)
            return Outcome.Refuse("Angka kabupaten dan kota hanya ada untuk Maret; September untuk provinsi dan nasional.");
        var (least, most) = MacroWords.Bounds(terms.Indicator);
        if (terms.Value < least || terms.Value > most || terms.Value != decimal.Round(terms.Value, 2))
            return Outcome.Refuse($"Nilai {MacroWords.Indicators.Label(terms.Indicator)} berkisar antara {MacroWords.Written(terms.Indicator, least)} dan {MacroWords.Written(terms.Indicator, most)}, dengan paling banyak dua desimal.");
        if (terms.PublishedOn > today || terms.PublishedOn < new DateOnly(terms.Year, terms.Month, 1))
            return Outcome.Refuse("Tanggal terbit tidak bisa di depan atau sebelum bulan surveinya.");
        return terms.Source.Trim().Length < SourceMinLength ? Outcome.Refuse("Tulis sumbernya sehingga orang lain bisa menemukannya, misalnya nama dan nomor publikasi BPS.") : Outcome.Accepted;
    }
}

/// <summary>What somebody enters from a publication of BPS.</summary>
public sealed record MacroFigureTerms(MacroIndicator Indicator, MacroScope Scope, int Year, int Month, decimal Value, string Source, DateOnly PublishedOn);
