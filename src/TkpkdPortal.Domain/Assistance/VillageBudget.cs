using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Domain.Assistance;

/// <summary>Anggaran desa: what a program may spend in one desa or kelurahan, and the paper that says so, as its OPD states it.</summary>
public sealed class VillageBudget : IHasPublicId, IHasArea, IHasVersion
{
    public const int SourceMaxLength = 200;

    private VillageBudget() => (AreaCode, Source) = ("", "");

    private VillageBudget(AidProgram program, VillageBudgetTerms terms)
    {
        (PublicId, ProgramId, OpdId, AreaCode) = (Guid.CreateVersion7(), program.Id, program.OpdId, terms.Village.Stored);
        (Amount, Source) = (terms.Amount, terms.Source!.Trim());
    }

    public long Id { get; private set; }

    public Guid PublicId { get; private set; }

    public long ProgramId { get; private set; }

    /// <summary>OPD of the program, carried here so that the Duty filter needs no join.</summary>
    public long OpdId { get; private set; }

    /// <summary>The desa or kelurahan.</summary>
    public string AreaCode { get; private set; }

    /// <summary>In rupiah, for the year of the program.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Number of the paper that it rests on: Perkades, APBDes, decree.</summary>
    public string Source { get; private set; }

    public int Version { get; private set; }

    /// <summary>Gives a village its part of a program's money, or refuses with what to mend.</summary>
    public static Outcome Set(AidProgram program, VillageBudgetTerms terms, VillageBudgetUse use, out VillageBudget? budget)
    {
        var outcome = Judge(program, terms, use);
        budget = outcome.IsAccepted ? new VillageBudget(program, terms) : null;
        return outcome;
    }

    /// <summary>Changes the part. The village stays: another one has a budget of its own.</summary>
    public Outcome Change(AidProgram program, VillageBudgetTerms terms, VillageBudgetUse use)
    {
        if (terms.Village.Stored != AreaCode || program.Id != ProgramId)
            throw new ArgumentException("The terms are those of another budget.", nameof(terms));
        var outcome = Judge(program, terms, use);
        if (outcome.IsAccepted)
            (Amount, Source) = (terms.Amount, terms.Source!.Trim());
        return outcome;
    }

    /// <summary>May be taken away as long as nothing has been handed out from it.</summary>
    public static Outcome CanRemove(AidProgram program, VillageBudgetTerms terms, VillageBudgetUse use)
    {
        if (program.ClosedOn is { } closed)
            return Closed(closed);
        return use.Delivered > 0
            ? Outcome.Refuse($"Anggaran {terms.VillageName} tidak bisa dihapus: di sana sudah tersalur {Indonesian.Rupiah(use.Delivered)}. Ubah nilainya, paling sedikit sebesar itu.")
            : Outcome.Accepted;
    }

    private static Outcome Judge(AidProgram program, VillageBudgetTerms terms, VillageBudgetUse use)
    {
        if (terms.Village.Level is not AreaLevel.Village)
            throw new ArgumentException("A budget is a village's.", nameof(terms));
        if (program.ClosedOn is { } closed)
            return Closed(closed);
        if (program.CanReach(terms.Village, terms.VillageName) is { IsAccepted: false } unreachable)
            return unreachable;
        if (terms.Amount is <= 0 or > AidProgram.CeilingMax)
            return Outcome.Refuse($"Anggaran {terms.VillageName} berkisar antara Rp1 dan {Indonesian.Rupiah(AidProgram.CeilingMax)}. Kosongkan bila tidak ada.");
        if (string.IsNullOrWhiteSpace(terms.Source))
            return Outcome.Refuse($"Isi dasar anggaran {terms.VillageName}, misalnya nomor APBDes atau Perkades.");
        if (terms.Amount < use.Delivered)
            return Outcome.Refuse($"Anggaran {terms.VillageName} lebih kecil daripada yang sudah tersalur di sana ({Indonesian.Rupiah(use.Delivered)}).");
        return program.Ceiling is { } ceiling && use.Others + terms.Amount > ceiling
            ? Outcome.Refuse($"Pagu program {Indonesian.Rupiah(ceiling)} terlampaui: dengan {terms.VillageName} jumlah anggaran desa/kelurahan menjadi {Indonesian.Rupiah(use.Others + terms.Amount)}. Naikkan pagu atau kurangi anggarannya.")
            : Outcome.Accepted;
    }

    private static Outcome Closed(DateOnly on) => Outcome.Refuse($"Program ini sudah ditutup pada {Indonesian.Date(on)}; anggarannya tidak berubah lagi.");
}

/// <summary>What an OPD states of the budget of one village; money in rupiah.</summary>
public sealed record VillageBudgetTerms(AreaCode Village, string VillageName, decimal Amount, string? Source);

/// <summary>What a budget has to fit to, in rupiah: the budgets of all other villages of the program, and what the program has handed out in this one.</summary>
public sealed record VillageBudgetUse(decimal Others, decimal Delivered);

/// <summary>What villages have of a program's money, and whether one of them is a kelurahan: a change of the program must leave it standing.</summary>
public sealed record VillageShares(decimal Amount, bool HasKelurahan)
{
    public static VillageShares None { get; } = new(0m, HasKelurahan: false);
}
