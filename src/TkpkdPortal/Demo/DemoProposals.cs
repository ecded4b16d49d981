using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Domain.Rounds;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Features.Reviews;
using TkpkdPortal.Proposing;
using TkpkdPortal.Rounds;
using TkpkdPortal.Security;
using TkpkdPortal.Security.Sealing;
using TkpkdPortal.Visiting;

namespace TkpkdPortal.Demo;

/// <summary>Families that are on no list, proposed in the demo's round: in the villages that are ahead they go with the others to the decree, in the main village one stands in each earlier state.</summary>
internal sealed class DemoProposals(DemoStage stage, DemoStory story, DateOnly today)
{
    private static readonly DemoProposal[] Early =
    [
        new("MARDIANSYAH", "150582", Sex.Male, "Handil Ulu, rumah lanting dekat dermaga", "Rusmini, istri, 12/08/1986\nFadli, anak, 04/02/2011", "Pindah dari seberang dua tahun lalu dan belum pernah didata; bekerja serabutan di kebun."),
        new("NORSEHAN", "520974", Sex.Female, "Gang Haur, belakang langgar", "Alya, cucu", "Janda tanpa penghasilan tetap, tinggal menumpang; ketua RT yang memberi tahu."),
        new("SYAHRANI", "030369", Sex.Male, "Simpang tiga kebun karet", null, "Hidup sendiri, pondok kayu tanpa listrik."),
    ];

    private static readonly DemoProposal InVain = new("BURHANUDDIN", "110175", Sex.Male, "Jalan poros, depan balai desa", "Aisyah, istri", "Diusulkan keluarganya sendiri karena tidak menerima bantuan.");

    private static readonly DemoProposal[] Late =
    [
        new("JUMRIAH", "480888", Sex.Female, "Tepi sungai, rumah terakhir", "Rehan, anak, 21/06/2015", "Rumah sering terendam; belum ada di daftar mana pun."),
        new("ASMUNI", "210490", Sex.Male, "Gang Sepakat, samping sumur umum", "Lina, istri\nNabil, anak", "Buruh angkut yang baru berkeluarga."),
        new("HAIRUDDIN", "090971", Sex.Male, "Belakang pasar ikan", null, "Nelayan tanpa perahu."),
        new("KASTURI", "170363", Sex.Male, "Perumahan baru", null, "Baru datang bulan ini."),
    ];

    /// <summary>Before the meetings of the villages that are ahead: visited and approved with the others, so that the annex of proposals has its rows.</summary>
    public async Task BeforeMeetingsAsync(CancellationToken ct)
    {
        var ahead = story.Round?.Ahead ?? [];
        foreach (var (i, proposal) in Early.Index().Where(one => one.Index < ahead.Count))
            await VisitedAsync(i == 2 ? ahead[^1] : ahead[i], proposal, 501 + i, Eligibility.ExtremelyPoor, ct);
        if (ahead.Count > 0)
            await VisitedAsync(ahead[^1], InVain, 511, Eligibility.NotEligible, ct);
    }

    /// <summary>What waits today in the main village, and what was decided there in the last days.</summary>
    public async Task WaitingAsync(CancellationToken ct)
    {
        if (story.Round is null)
            return;
        var (village, head, enumerator) = (story.MainVillage, HeadOf(story.MainVillage), EnumeratorOf(story.MainVillage));
        foreach (var (i, proposal) in Late.Index())
        {
            var id = await ProposeAsync(enumerator, village, proposal, 521 + i, -6, ct);
            if (id is not null && i == 1)
                await DecideAsync(head, id.Value, -3, (desk, one, found) => desk.ClearAsync(one, "Sudah dicek ke RT: keluarga baru.", SimilarHousehold.StampOf(found), ct), ct);
            if (id is not null && i == 3)
                await DecideAsync(head, id.Value, -3, (desk, one, _) => desk.TurnDownAsync(one, "Belum pindah domisili; masih warga kabupaten asalnya.", ct), ct);
        }
        // The same family again, as a clerk writes it who does not know the list: two of them, one already found out.
        foreach (var (i, twin) in (await TwinsAsync(village, ct)).Index())
        {
            var id = await ProposeAsync(enumerator, village, twin, sequence: null, -4 + i, ct);
            if (id is not null && i == 0)
                await DecideAsync(head, id.Value, -2, (desk, one, found) => desk.CloseAsDuplicateAsync(one, found.FirstOrDefault(like => like.IsOwn)?.Id, "Keluarga yang sama; namanya di daftar ditulis lain. Dicocokkan dengan ketua RT.", ct), ct);
        }
        await ProposeAsync(head, village, new DemoProposal("SARIPAH", "560458", Sex.Female, "Kompleks langgar lama", null, "Lansia sebatang kara yang diketahui warga sekitar."), 531, -2, ct);
    }

    private async Task VisitedAsync(AreaCode village, DemoProposal proposal, int sequence, Eligibility eligibility, CancellationToken ct)
    {
        if (await ProposeAsync(EnumeratorOf(village), village, proposal, sequence, -38, ct) is not { } id)
            return;
        await DecideAsync(HeadOf(village), id, -36, (desk, one, found) => desk.ClearAsync(one, "Tidak ada dalam register; dicek ke ketua RT.", SimilarHousehold.StampOf(found), ct), ct);
        var visit = Guid.CreateVersion7();
        await stage.AsAsync(EnumeratorOf(village), Permission.RecordVisits, At(-20, 10), services => VisitAsync(services, id, visit, eligibility, ct), ct);
        await stage.AsAsync(HeadOf(village), Permission.ReviewVisits, At(-18, 11), async services =>
        {
            var page = (await ReviewPage.ForAsync(services.GetRequiredService<PortalDbContext>(), visit, services.GetRequiredService<ActingUser>().Id, ct))!;
            var (deciding, outcome) = await services.GetRequiredService<ReviewDesk>().DecideAsync(page, page.Form with { Decision = Decision.Approve }, ct);
            DemoStage.Require(deciding is Deciding.Done ? Outcome.Accepted : outcome);
        }, ct);
    }

    // Null where it was proposed at an earlier start.
    private async Task<Guid?> ProposeAsync(string email, AreaCode village, DemoProposal told, int? sequence, int day, CancellationToken ct)
    {
        Guid? made = null;
        await stage.AsAsync(email, Permission.ProposeHouseholds, At(day, 14), async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            if (await db.Proposals.In(village).AnyAsync(p => p.HeadName == told.HeadName, ct))
                return;
            var id = Guid.CreateVersion7();
            // Digits 5–6 are 99: no regency has issued such a number.
            var nik = sequence is { } number ? services.GetRequiredService<VisitNumbers>().ReadNik(FormattableString.Invariant($"{village.Digits[..4]}99{told.Born}0{number:000}"), SealedField.ProposalNik, id, fault => throw new InvalidOperationException(fault)) : null;
            var terms = new ProposalTerms { AreaCode = told.AreaCode ?? village.WithRt(1, 2).Stored, HeadName = told.HeadName, Sex = told.Sex, BirthDate = told.BirthDate, Address = told.Address, Members = told.Members, Reason = told.Reason, Nik = nik };
            var (outcome, proposal) = await services.GetRequiredService<ProposalDesk>().ProposeAsync(id, terms, today.AddDays(day), similarSeen: 0, arrive: null, ct);
            DemoStage.Require(outcome);
            made = proposal!.PublicId;
        }, ct);
        return made;
    }

    private Task DecideAsync(string email, Guid id, int day, Func<ProposalDesk, Proposal, IReadOnlyList<SimilarHousehold>, Task<(Checking, Outcome)>> decide, CancellationToken ct) =>
        stage.AsAsync(email, Permission.CheckProposals, At(day, 9), async services =>
        {
            var proposal = await services.GetRequiredService<PortalDbContext>().Proposals.SingleAsync(p => p.PublicId == id, ct);
            var found = await services.GetRequiredService<SimilarHouseholds>().FindAsync(SoughtFamily.Of(proposal), ct);
            var (checking, outcome) = await decide(services.GetRequiredService<ProposalDesk>(), proposal, found);
            DemoStage.Require(checking is Checking.Done ? Outcome.Accepted : Outcome.Refuse($"A demo proposal was not decided: {checking} {outcome.Refusal}"));
        }, ct);

    private async Task VisitAsync(IServiceProvider services, Guid id, Guid visitId, Eligibility eligibility, CancellationToken ct)
    {
        var (db, at, day) = (services.GetRequiredService<PortalDbContext>(), At(-20, 10), today.AddDays(-20));
        var proposal = await db.Proposals.SingleAsync(p => p.PublicId == id, ct);
        var (household, target) = (await db.Households.SingleAsync(h => h.Id == proposal.HouseholdId, ct), await db.RoundTargets.SingleAsync(t => t.Id == proposal.TargetId, ct));
        var visit = household.OpenVisit(visitId, services.GetRequiredService<ActingUser>().Id, 1);
        target.Take(visit, await services.GetRequiredService<RoundVisits>().CurrentAsync(proposal.RoundId, ct));
        DemoStage.Require(visit.Save(new VisitAnswers
        {
            VisitedOn = day,
            Presence = Presence.Found,
            Respondent = "Kepala keluarga",
            Eligibility = eligibility,
            Reason = eligibility is Eligibility.NotEligible ? IneligibilityReason.WellOff : null,
            Housing = new Housing { Tenure = HouseTenure.Owned, Floor = FloorMaterial.WoodPlank, Lighting = LightingSource.SharedElectricity },
        }, at));
        DemoStage.Require(visit.Submit(today, at));
        db.Visits.Add(visit);
        await db.SaveChangesAsync(ct);
    }

    private async Task<IReadOnlyList<DemoProposal>> TwinsAsync(AreaCode village, CancellationToken ct)
    {
        IReadOnlyList<DemoProposal> twins = [];
        await stage.AsAsync(HeadOf(village), Permission.ViewHouseholds, At(-5, 9), async services =>
        {
            var households = await services.GetRequiredService<PortalDbContext>().Households.AsNoTracking().Include(h => h.Members).In(village).Where(h => h.DecileReleaseId != null).OrderBy(h => h.Id).Take(2).ToListAsync(ct);
            twins = [.. households.Select(h => new DemoProposal($"H. {h.HeadName}", "", h.Head.Sex, h.Address, null, "Menurut pengakuan sendiri belum terdata.") { AreaCode = h.AreaCode, BirthDate = h.Head.BirthDate })];
        }, ct);
        return twins;
    }

    private string HeadOf(AreaCode village) => village == story.MainVillage ? "lurah" + DemoAccounts.Domain : DemoAccounts.HeadOf(village);

    private string EnumeratorOf(AreaCode village) => village == story.MainVillage ? "petugas" + DemoAccounts.Domain : DemoAccounts.EnumeratorOf(village);

    private DateTime At(int days, int hour) => IndonesianZone.Of(story.Office).StartOf(today.AddDays(days)).AddHours(hour);
}

/// <summary>One proposal of the demo: the head, the day of birth as a NIK has it, and what was written down.</summary>
internal sealed record DemoProposal(string HeadName, string Born, Sex? Sex, string Address, string? Members, string Reason)
{
    /// <summary>Its RT where that is not the village's first.</summary>
    public string? AreaCode { get; init; }

    public DateOnly? BirthDate { get; init; }
}
