using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Assistance;
using TkpkdPortal.Domain.History;
using TkpkdPortal.Domain.Households;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Domain.Lists;
using TkpkdPortal.Domain.Meetings;
using TkpkdPortal.Domain.Offices;
using TkpkdPortal.Domain.Privacy;
using TkpkdPortal.Domain.Statistics;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Domain.Welfare;
using TkpkdPortal.Importing;
using TkpkdPortal.Photos;
using TkpkdPortal.Security;
using TkpkdPortal.Settings;
using Xunit;

namespace TkpkdPortal.Testing;

/// <summary>Sets up an office for one test: accounts, and families that came over the import as they do in life.</summary>
public sealed class Scenario(TestPortal portal)
{
    // Hashing with full strength takes a tenth of a second; once is enough, since all share the password.
    private static string? _hash;
    private int _accounts;

    public async Task<Account> AccountAsync(Role role, string? area = null, string? opd = null)
    {
        var code = AreaCode.Parse(area ?? portal.Office.Official);
        var email = $"{Roles.Codes.Label(role)}-{Interlocked.Increment(ref _accounts)}@uji.invalid";
        return await AsConsoleAsync(Permission.ManageUsers, async services =>
        {
            var (outcome, _) = await services.GetRequiredService<Accounts>().AddAsync(new NewAccount(email, role, code) { Opd = opd ?? (role is Role.Opd ? "Disnaker" : null) }, default);
            Assert.True(outcome.IsAccepted, outcome.Refusal);
            var users = services.GetRequiredService<UserManager<PortalUser>>();
            var user = (await users.FindByEmailAsync(email))!;
            user.PasswordHash = _hash ??= services.GetRequiredService<IPasswordHasher<PortalUser>>().HashPassword(user, Account.Password);
            await users.UpdateAsync(user);
            return new Account(user.Id, email, role, code);
        });
    }

    /// <summary>Loads rows as the office's analyst does; answers the batch.</summary>
    public Task<ImportBatch> ImportFamiliesAsync(string release, DateOnly releasedOn, params FamilyRow[] rows) =>
        ImportAsync(new ImportOrder(ImportKind.P3keFamilies, "keluarga.csv", release, releasedOn), FamiliesFile.Of(rows));

    public Task<ImportBatch> ImportPersonsAsync(string release, DateOnly releasedOn, params PersonRow[] rows) =>
        ImportAsync(new ImportOrder(ImportKind.P3kePersons, "anggota.csv", release, releasedOn), PersonsFile.Of(rows));

    public async Task<ImportBatch> ImportAsync(ImportOrder order, byte[] file)
    {
        var batch = await AsConsoleAsync(ImportRights.For(order.Kind), async services =>
        {
            var queued = await services.GetRequiredService<ImportIntake>().QueueAsync(order, default);
            await services.GetRequiredService<ImportRun>().RunAsync(queued.Id, new MemoryStream(file), null, default);
            return await services.GetRequiredService<PortalDbContext>().ImportBatches.AsNoTracking().SingleAsync(b => b.Id == queued.Id);
        });
        Assert.True(batch.State is ImportState.Published or ImportState.DryRunDone, batch.FailureMessage);
        return batch;
    }

    /// <summary>A list that was uploaded and judged and waits for its publisher: one that nobody loads otherwise, since its list waits with it.</summary>
    public async Task<Guid> JudgedImportAsync()
    {
        var analyst = await AccountAsync(Role.Analyst);
        return await AsConsoleAsync(Permission.ImportLists, async services => (await JudgedAsync(services, analyst.Id)).PublicId);
    }

    /// <summary>Takes a published file back as a whole.</summary>
    public Task UndoImportAsync(ImportBatch batch) => AsConsoleAsync(Permission.ImportLists, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var own = await db.ImportBatches.SingleAsync(b => b.Id == batch.Id);
        Assert.Null(own.RequestUndo(services.GetRequiredService<ActingUser>().Id, "Uji").Refusal);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        await services.GetRequiredService<ImportUndo>().RunAsync(batch.Id, default);
        var done = await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == batch.Id);
        Assert.True(done.State is ImportState.Undone, done.FailureMessage);
        return 0;
    });

    /// <summary>A published file under a newer one of its list: somebody may ask to take it back, and is refused when it is looked at.</summary>
    public async Task<Guid> PublishedImportAsync()
    {
        var analyst = await AccountAsync(Role.Analyst);
        return await AsConsoleAsync(Permission.ImportLists, async services =>
        {
            var batches = new[] { await JudgedAsync(services, analyst.Id), await JudgedAsync(services, analyst.Id) };
            foreach (var batch in batches)
            {
                var now = services.GetRequiredService<OfficeClock>().UtcNow;
                Assert.Null(batch.ConfirmPublication(analyst.Id).Refusal);
                batch.BeginPublication(now);
                batch.Publish(new byte[ListedRow.ContentHashLength], now);
            }
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
            return batches[0].PublicId;
        });
    }

    private async Task<ImportBatch> JudgedAsync(IServiceProvider services, long userId)
    {
        var (db, now) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>().UtcNow);
        var batch = new ImportBatch(ImportKind.Verification, portal.Office, "verval.xlsx", $"Uji {Guid.CreateVersion7():N}", new DateOnly(2023, 9, 15), null, userId, now) { UploadName = $"{Guid.CreateVersion7():N}.sealed" };
        var release = db.ListReleases.Add(new ListRelease(batch.Kind.ListOf(), batch.ReleaseName, batch.ReleasedOn, batch.DataYear)).Entity;
        var change = db.ChangeSets.Add(new ChangeSet(ChangeSource.Import, batch.PublicId, "Uji", userId)).Entity;
        await db.SaveChangesAsync();
        batch.Start(now);
        batch.StageUnder(release.Id, change.Id, "");
        batch.Judged(new ImportCounts(), hasTestData: false, hasRealData: false, now);
        batch.AwaitPublisher();
        db.ImportBatches.Add(batch);
        await db.SaveChangesAsync();
        return batch;
    }

    /// <summary>A profile for families of P3KE, with headings that no other file has.</summary>
    public Task<Guid> ColumnProfileAsync(string name) => AsConsoleAsync(Permission.ImportLists, async services =>
    {
        var (db, layout) = (services.GetRequiredService<PortalDbContext>(), FileLayout.Of(ImportKind.P3keFamilies));
        var outcome = ColumnProfile.Keep(layout, ImportKind.P3keFamilies, name, [.. layout.Needed.Select((_, i) => $"Kolom {i} {name}")], layout.Needed.Index().ToDictionary(column => column.Item, column => column.Index),
            await db.Users.Select(user => user.Id).FirstAsync(), services.GetRequiredService<OfficeClock>().UtcNow, out var profile);
        Assert.True(outcome.IsAccepted, outcome.Refusal);
        db.ColumnProfiles.Add(profile!);
        await db.SaveChangesAsync();
        return profile!.PublicId;
    });

    /// <summary>A sheet of a deliberation of which one family waits for its village to be chosen.</summary>
    public Task<ImportBatch> ImportDeliberationAsync(string release, DateOnly heldOn, string district, params SheetLine[] lines) =>
        ImportAsync(new ImportOrder(ImportKind.Deliberation, "musdes.csv", release, heldOn), SheetFile.Deliberation(district, lines));

    /// <summary>An upload, only to be checked, that waits for somebody who says which column is which.</summary>
    public Task<Guid> AwaitingColumnsAsync() => AsConsoleAsync(Permission.ImportLists, async services =>
    {
        var order = new ImportOrder(ImportKind.P3keFamilies, "keluarga.csv", "uji", new DateOnly(2023, 9, 15)) { AsksColumns = true, IsDryRun = true };
        return (await services.GetRequiredService<ImportIntake>().QueueUploadAsync(order, new MemoryStream(FamiliesFile.Of([new FamilyRow("627123000009", "6271041004")])), default)).PublicId;
    });

    /// <summary>Loads one ordinary family into a village and answers its id.</summary>
    public async Task<Guid> HouseholdInAsync(string village, string headName = "BUDI UJI")
    {
        var code = AreaCode.Parse(village);
        var id = Interlocked.Increment(ref _accounts);
        await ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow($"{code.Digits[..4]}23{id:000000}", code.Digits) { HeadName = headName });
        return await AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Households.Where(h => h.AreaCode == code.Stored || h.AreaCode.StartsWith(code.Stored))
            .OrderByDescending(h => h.Id).Select(h => h.PublicId).FirstAsync());
    }

    /// <summary>Another family of the village, and a visit of it that waits for the village's head.</summary>
    public Task<Guid> SubmittedVisitAsync(Guid household, Account enumerator) => VisitAsync(household, enumerator, isSubmitted: true);

    public Task<Guid> DraftVisitAsync(Guid household, Account enumerator) => VisitAsync(household, enumerator, isSubmitted: false);

    /// <summary>A visit that saw the house and was approved, as its enumerator and its village head do it.</summary>
    public async Task VerifyAsync(Guid household, Housing seen, Eligibility finding = Eligibility.Poor, IneligibilityReason? reason = null)
    {
        var village = AreaCode.Parse(await AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Households.Where(h => h.PublicId == household).Select(h => h.AreaCode).SingleAsync()))
            .AtLevel(AreaLevel.Village).Official;
        var enumerator = await AccountAsync(Role.Enumerator, village);
        var id = await AsAsync(enumerator, Permission.RecordVisits, async services =>
        {
            var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
            var visited = await db.Households.Include(h => h.Members).SingleAsync(h => h.PublicId == household);
            var visit = visited.OpenVisit(Guid.CreateVersion7(), enumerator.Id, 1 + await db.Visits.CountAsync(other => other.HouseholdId == visited.Id));
            _ = visit.Save(new VisitAnswers { VisitedOn = clock.Today, Presence = Presence.Found, Respondent = "Ani", Eligibility = finding, Reason = reason, Housing = seen }, clock.UtcNow);
            if (visit.Submit(clock.Today, clock.UtcNow) is { IsAccepted: false } refused)
                throw new InvalidOperationException(refused.Refusal);
            db.Visits.Add(visit);
            await db.SaveChangesAsync();
            return visit.PublicId;
        });
        var head = await portal.SignInAsync(await AccountAsync(Role.VillageHead, village));
        var approved = await (await head.GetAsync($"/periksa/{id}")).SubmitAsync("#keputusan", ("Decision", "Approve"));
        if (approved.StatusCode is not HttpStatusCode.Redirect)
            throw new InvalidOperationException($"The visit was not approved: {approved.Text}");
    }

    /// <summary>A photo of the visit, kept; answers the path under which it is shown.</summary>
    public Task<string> PhotoAsync(Guid visit, Account enumerator, PhotoKind kind) => AsAsync(enumerator, Permission.RecordVisits, async services =>
    {
        var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
        Assert.True(CleanPhoto.Of(PhotoBytes.Jpeg(), out var clean).IsAccepted);
        var own = await db.Visits.Include(v => v.Photos).SingleAsync(v => v.PublicId == visit);
        Assert.True(own.Announce(Guid.CreateVersion7(), kind, clean!.Bytes.Length, new byte[VisitPhoto.HashLength], clock.UtcNow, out var photo).IsAccepted);
        photo!.Keep(await services.GetRequiredService<PhotoStore>().WriteAsync(clean, default), clean.Format, clean.Width, clean.Height, clean.Turn, clock.UtcNow);
        await db.SaveChangesAsync();
        return $"/kunjungan/{visit}/foto/{photo.PublicId}";
    });

    public Task<Guid> ProgramAsync(string opd, string name = "Bantuan uji") => AsConsoleAsync(Permission.ViewPrograms, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var program = new AidProgram(name, await db.Opds.Where(o => o.ShortName == opd).Select(o => o.Id).SingleAsync(), AidStrategy.RaiseIncome, FundSource.RegionalApbd,
            services.GetRequiredService<OfficeClock>().Today.Year);
        db.AidPrograms.Add(program);
        await db.SaveChangesAsync();
        return program.PublicId;
    });

    /// <summary>Aid planned under the program for the family.</summary>
    public Task<Guid> AidAsync(Guid program, Guid household, InterventionState state = InterventionState.Planned, decimal amount = 200_000m) =>
        AsConsoleAsync(Permission.ViewPrograms, async services =>
        {
            var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
            var outcome = Intervention.Record(await db.AidPrograms.SingleAsync(p => p.PublicId == program), await db.Households.AsNoTracking().SingleAsync(h => h.PublicId == household),
                new InterventionTerms(state, clock.Today, amount, null, null), "", clock.Today, clock.UtcNow, out var aid);
            Assert.True(outcome.IsAccepted, outcome.Refusal);
            db.Interventions.Add(aid!);
            await db.SaveChangesAsync();
            return aid!.PublicId;
        });

    /// <summary>One OPD asks another to take a need of the family.</summary>
    public Task<Guid> ReferralAsync(Guid household, Need need, string from, string to) => AsConsoleAsync(Permission.ViewDuties, async services =>
    {
        var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
        var opds = await db.Opds.AsNoTracking().Where(opd => opd.ShortName == from || opd.ShortName == to).ToDictionaryAsync(opd => opd.ShortName);
        var terms = new ReferralTerms(opds[from], opds[to], await db.Households.AsNoTracking().SingleAsync(h => h.PublicId == household), need, "Uji.", null);
        var outcome = Referral.Send(terms, services.GetRequiredService<ActingUser>().Id, clock.Today, clock.UtcNow, out var referral);
        Assert.True(outcome.IsAccepted, outcome.Refusal);
        db.Referrals.Add(referral!);
        await db.SaveChangesAsync();
        return referral!.PublicId;
    });

    /// <summary>What one OPD answers of a need of the family.</summary>
    public Task<Guid> DutyAnswerAsync(Guid household, Need need, string opd, DutyReply reply) => AsConsoleAsync(Permission.ViewDuties, async services =>
    {
        var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
        var question = new DutyQuestion(await db.Opds.AsNoTracking().SingleAsync(one => one.ShortName == opd), await db.Households.AsNoTracking().SingleAsync(h => h.PublicId == household), need);
        var outcome = DutyAnswer.Give(question, reply, services.GetRequiredService<ActingUser>().Id, clock.Today, clock.UtcNow, out var answer);
        Assert.True(outcome.IsAccepted, outcome.Refusal);
        db.DutyAnswers.Add(answer!);
        await db.SaveChangesAsync();
        return answer!.PublicId;
    });

    /// <summary>Loads the file of an OPD as the office's analyst does; answers the batch.</summary>
    public Task<ImportBatch> ImportRecipientsAsync(string release, params RecipientLine[] rows) =>
        ImportAsync(new ImportOrder(ImportKind.Recipients, "penerima.csv", release, new DateOnly(2024, 12, 31)), RecipientsFile.Of(rows));

    /// <summary>The family is offered to another village of the office; an offer that was open is withdrawn.</summary>
    public Task<Guid> OfferAsync(Guid household, string village) => AsConsoleAsync(Permission.ViewHouseholds, async services =>
    {
        var (db, clock, user) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>(), services.GetRequiredService<ActingUser>());
        var offered = await db.Households.SingleAsync(h => h.PublicId == household);
        foreach (var open in await db.HandOvers.Where(h => h.HouseholdId == offered.Id && h.State == HandOverState.Offered).ToListAsync())
            open.Withdraw(user.Id, clock.UtcNow);
        await db.SaveChangesAsync();
        var outcome = HandOver.Offer(offered, AreaCode.Parse(village), clock.Today, "Ikut anak", clock.Today, user.Id, clock.UtcNow, out var offer);
        Assert.True(outcome.IsAccepted, outcome.Refusal);
        db.HandOvers.Add(offer!);
        await db.SaveChangesAsync();
        return offer!.PublicId;
    });

    /// <summary>Loads an answer of the civil registry, given on a day, as its officer does; answers the batch.</summary>
    public Task<ImportBatch> ImportAnswersAsync(string release, DateOnly answeredOn, params AnswerLine[] rows) =>
        ImportAsync(new ImportOrder(ImportKind.CivilRegistry, "jawaban.csv", release, answeredOn), AnswersFile.Of(rows));

    public Task<Guid> MeetingAsync() => AsConsoleAsync(Permission.ManageMeetings, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        CoordinationMeeting.Call(new MeetingTerms("Rakor uji", services.GetRequiredService<OfficeClock>().Today.AddDays(3), new TimeOnly(9, 0), null, "Aula", "Ketua", null, [new AgendaPoint(null, "Pembukaan")]),
            out var meeting);
        db.Meetings.Add(meeting!);
        await db.SaveChangesAsync();
        return meeting!.PublicId;
    });

    /// <summary>A figure of BPS that somebody else has entered and nobody confirmed.</summary>
    public Task<Guid> MacroFigureAsync(decimal value = 3.52m) => AsConsoleAsync(Permission.EnterMacroFigures, async services =>
    {
        var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
        var outcome = MacroFigure.Enter(new MacroFigureTerms(MacroIndicator.PoorShare, MacroScope.Office, 2025, 3, value, "BPS Kota uji 2025", new DateOnly(2025, 7, 15)), portal.Office.Level,
            clock.Today, clock.UtcNow, services.GetRequiredService<ActingUser>().Id, out var figure);
        Assert.True(outcome.IsAccepted, outcome.Refusal);
        db.MacroFigures.Add(figure!);
        await db.SaveChangesAsync();
        return figure!.PublicId;
    });

    /// <summary>A request of somebody to see the own data, received an hour ago.</summary>
    public Task<Guid> SubjectRequestAsync() => AsConsoleAsync(Permission.ViewHouseholds, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var now = services.GetRequiredService<OfficeClock>().UtcNow;
        SubjectRequest.Record(new SubjectRequestTerms(SubjectRequestKind.Access, now.AddHours(-1), "SITI UJI", "balai desa", "Data saya.", null, portal.Office.Stored), now,
            services.GetRequiredService<ActingUser>().Id, out var request);
        db.SubjectRequests.Add(request!);
        await db.SaveChangesAsync();
        return request!.PublicId;
    });

    /// <summary>The review of this quarter, confirmed where it is not yet.</summary>
    public Task<Guid> AccessReviewAsync() => AsConsoleAsync(Permission.ManageUsers, async services =>
    {
        var (db, clock) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>());
        if (await db.AccessReviews.FirstOrDefaultAsync() is { } done)
            return done.PublicId;
        AccessReview.Confirm(portal.Office.Stored, clock.Today, clock.UtcNow, services.GetRequiredService<ActingUser>().Id, "Kepala Bappeda", "Semua sudah diperiksa.", (1, 1), out var review);
        db.AccessReviews.Add(review!);
        await db.SaveChangesAsync();
        return review!.PublicId;
    });

    /// <summary>A request to see what is kept of the household, which somebody works on.</summary>
    public Task<Guid> AccessRequestAsync(Guid household) => AsConsoleAsync(Permission.ViewHouseholds, async services =>
    {
        var (db, now, user) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeClock>().UtcNow, services.GetRequiredService<ActingUser>().Id);
        var asked = await db.Households.Where(h => h.PublicId == household).Select(h => new { h.Id, h.AreaCode }).SingleAsync();
        SubjectRequest.Record(new SubjectRequestTerms(SubjectRequestKind.Access, now.AddHours(-1), "SITI UJI", "balai desa", "Data saya.", asked.Id, asked.AreaCode), now, user, out var request);
        Assert.True(request!.Start(user, now).IsAccepted);
        db.SubjectRequests.Add(request);
        await db.SaveChangesAsync();
        return request.PublicId;
    });

    /// <summary>A new account that has not chosen its password: the path of its one-time link.</summary>
    public Task<string> SetupLinkAsync(Role role, string email) => AsConsoleAsync(Permission.ManageUsers, async services =>
    {
        var (outcome, link) = await services.GetRequiredService<Accounts>().AddAsync(new NewAccount(email, role, portal.Office), default);
        Assert.True(outcome.IsAccepted, outcome.Refusal);
        return new Uri(link!).PathAndQuery;
    });

    public Task DisableAsync(Account account) => AsConsoleAsync(Permission.ManageUsers, async services =>
    {
        var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(u => u.Id == account.Id);
        var outcome = await services.GetRequiredService<Accounts>().CloseAsync(user, default);
        Assert.True(outcome.IsAccepted, outcome.Refusal);
        return 0;
    });

    /// <summary>One more role for the account, in an area of its own.</summary>
    public Task AssignAsync(Account account, Role role, string area) => AssignAsync(account, new NewAssignment(role, AreaCode.Parse(area)));

    public Task AssignAsync(Account account, NewAssignment given) => AsConsoleAsync(Permission.ManageUsers, async services =>
    {
        var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(u => u.Id == account.Id);
        var outcome = await services.GetRequiredService<Accounts>().AssignAsync(user, given, default);
        Assert.True(outcome.IsAccepted, outcome.Refusal);
        return 0;
    });

    /// <summary>The last day of everything that the account holds was yesterday.</summary>
    public Task EndAssignmentsAsync(Account account) => AsConsoleAsync(Permission.ManageUsers, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var today = services.GetRequiredService<OfficeClock>().Today;
        foreach (var assignment in await db.Assignments.Where(a => a.UserId == account.Id).ToListAsync())
            Assert.True(assignment.EndOn(today.AddDays(-1), today).IsAccepted);
        await db.SaveChangesAsync();
        return 0;
    });

    /// <summary>What the office prints on from now on.</summary>
    public Task SheetAsync(SheetSize sheet) => AsConsoleAsync(Permission.ManageSettings, async services =>
    {
        var (db, office) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OfficeSettings>());
        var row = await db.Offices.SingleAsync();
        Assert.True(row.Change(office.Terms with { Sheet = sheet }).IsAccepted);
        await db.SaveChangesAsync();
        office.Take(row.Terms);
        return true;
    });

    /// <summary>Does something as the console's account, seeing what the permission shows to it.</summary>
    public async Task<T> AsConsoleAsync<T>(Permission permission, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var id = await services.GetRequiredService<PortalDbContext>().Users.Where(u => u.IsConsole).Select(u => u.Id).SingleAsync();
        var user = services.GetRequiredService<ActingUser>();
        await user.BecomeAsync(id, osUser: null, default);
        user.LookWith(permission);
        return await act(services);
    }

    /// <summary>Does something as an account, with what one of its permissions shows.</summary>
    public async Task<T> AsAsync<T>(Account account, Permission permission, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var user = scope.ServiceProvider.GetRequiredService<ActingUser>();
        Assert.True(await user.BecomeAsync(account.Id, osUser: null, default));
        user.LookWith(permission);
        return await act(scope.ServiceProvider);
    }

    private Task<Guid> VisitAsync(Guid household, Account enumerator, bool isSubmitted) => AsAsync(enumerator, Permission.RecordVisits, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var clock = services.GetRequiredService<OfficeClock>();
        var visited = await db.Households.Include(h => h.Members).SingleAsync(h => h.PublicId == household);
        var visit = visited.OpenVisit(Guid.CreateVersion7(), enumerator.Id, 1 + await db.Visits.IgnoreQueryFilters([FilterNames.Area]).CountAsync(v => v.HouseholdId == visited.Id));
        visit.Save(new VisitAnswers { VisitedOn = clock.Today, Presence = Presence.Found, Respondent = "Kepala keluarga", Eligibility = Eligibility.Poor, Housing = visited.Housing }, clock.UtcNow);
        if (isSubmitted)
            Assert.True(visit.Submit(clock.Today, clock.UtcNow).IsAccepted);
        db.Visits.Add(visit);
        await db.SaveChangesAsync();
        return visit.PublicId;
    });
}
