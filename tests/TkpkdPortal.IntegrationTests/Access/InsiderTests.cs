using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Auditing;
using TkpkdPortal.Domain.Visits;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Access;

/// <summary>What a colleague with an account of the own may try with a browser and some patience.</summary>
public sealed class InsiderTests : IAsyncLifetime
{
    private const string Village = "62.71.04.1004", OtherVillage = "62.71.04.1005", Nik = "6271990302800001";

    private readonly TestPortal _portal = TestPortal.Start();
    private Account _enumerator = null!, _neighbour = null!;
    private Guid _household, _neighbours;

    public async Task InitializeAsync()
    {
        _enumerator = await _portal.Scenario.AccountAsync(Role.Enumerator, Village);
        _neighbour = await _portal.Scenario.AccountAsync(Role.Enumerator, OtherVillage);
        await _portal.Scenario.ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15),
            new FamilyRow("627123000001", "6271041004") { HeadName = "SINI UJI", Nik = Nik, Occupation = "Tidak/belum bekerja" }, new FamilyRow("627123000002", "6271041005") { HeadName = "SANA UJI" });
        _household = await IdOfAsync("SINI UJI");
        _neighbours = await IdOfAsync("SANA UJI");
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task The_address_decides_which_record_is_meant_not_a_field_of_the_same_name()
    {
        var head = await _portal.Scenario.AccountAsync(Role.VillageHead, Village);
        await _portal.Scenario.AssignAsync(head, Role.VillageHead, OtherVillage);
        var meant = await _portal.Scenario.SubmittedVisitAsync(_household, _enumerator);
        var smuggled = await _portal.Scenario.SubmittedVisitAsync(_neighbours, _neighbour);
        var visitor = await _portal.SignInAsync(head);
        var page = await visitor.GetAsync($"/periksa/{meant}");

        await page.SubmitAsync("main form", ("Decision", "Return"), ("Note", "Lengkapi alamat."), ("id", smuggled.ToString()), ("ID", smuggled.ToString()));

        Assert.Equal(VisitStatus.Returned, (await VisitAsync(meant)).Status);
        Assert.Equal(VisitStatus.Submitted, (await VisitAsync(smuggled)).Status);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_are_not_taken()
    {
        var visitor = await _portal.SignInAsync(_enumerator);
        var draft = (await visitor.PostAsync($"/kunjungan/keluarga/{_household}", "/keluar")).Location!;
        var before = await VisitAsync(IdIn(draft));

        var saved = await (await visitor.GetAsync(draft)).SubmitAsync("main form",
            [.. new[] { "", "Form.", "Visit.", "Form.Visit.", "Household." }.SelectMany(prefix => new (string, string?)[]
            {
                (prefix + "Status", "Approved"), (prefix + "EnumeratorId", _neighbour.Id.ToString(CultureInfo.InvariantCulture)), (prefix + "AreaCode", OtherVillage + "."), (prefix + "HouseholdId", "2"),
                (prefix + "DecidedById", "1"), (prefix + "PublicId", Guid.NewGuid().ToString()), (prefix + "Number", "9"), (prefix + "DecileCode", "1"),
            }), ("Form.Action", "simpan")]);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var after = await VisitAsync(IdIn(draft));
        Assert.Equal((VisitStatus.Draft, before.EnumeratorId, before.AreaCode, before.HouseholdId, before.PublicId, before.Number, null),
            (after.Status, after.EnumeratorId, after.AreaCode, after.HouseholdId, after.PublicId, after.Number, after.DecidedById));
    }

    [Fact]
    public void No_action_binds_a_row_of_the_database()
    {
        using var scope = _portal.Services.CreateScope();
        var entities = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Model.GetEntityTypes().Select(type => type.ClrType).ToHashSet();
        var bound = _portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
            .SelectMany(action => action.Parameters.Select(parameter => (Action: action.DisplayName, Type: parameter.ParameterType))).ToList();

        Assert.True(bound.Count > 20);
        foreach (var (action, type) in bound)
            Assert.DoesNotContain(type.GetProperties().Where(property => property.CanWrite).Select(property => property.PropertyType).SelectMany(used => used.GetGenericArguments().Append(used)).Append(type),
                used => entities.Contains(used) || action is null);
    }

    [Fact]
    public async Task A_draft_is_nobodys_to_approve_and_only_its_authors_to_change()
    {
        var draft = await _portal.Scenario.DraftVisitAsync(_household, _enumerator);
        var colleague = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Enumerator, Village));
        var head = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, Village));

        Assert.Equal(HttpStatusCode.NotFound, (await colleague.PostAsync($"/kunjungan/{draft}", "/keluar", ("Form.Version", "0"), ("Form.Action", "ajukan"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/periksa/{draft}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.PostAsync($"/periksa/{draft}", "/keluar", ("Decision", "Approve"))).StatusCode);
        Assert.Equal(VisitStatus.Draft, (await VisitAsync(draft)).Status);
    }

    [Fact]
    public async Task A_decision_on_versions_that_were_never_shown_is_stale()
    {
        var visit = await _portal.Scenario.SubmittedVisitAsync(_household, _enumerator);
        var head = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.VillageHead, Village));

        foreach (var (visitVersion, householdVersion) in new[] { ("99", "0"), ("0", "99"), ("-1", "-1") })
        {
            var answer = await head.PostAsync($"/periksa/{visit}", "/keluar", ("Decision", "Approve"), ("VisitVersion", visitVersion), ("HouseholdVersion", householdVersion));
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        }
        Assert.Equal(VisitStatus.Submitted, (await VisitAsync(visit)).Status);
    }

    [Fact]
    public async Task A_second_value_in_the_address_opens_nothing_more()
    {
        var visitor = await _portal.SignInAsync(_enumerator);
        foreach (var path in new[] { $"/keluarga?wilayah={Village}&wilayah={OtherVillage}", $"/keluarga?wilayah={OtherVillage}&wilayah={Village}", "/keluarga?Area=62.71&area=62.71", "/keluarga?halaman=-1&halaman=99999999" })
            Assert.DoesNotContain("SANA UJI", (await visitor.GetAsync(path)).Source, StringComparison.Ordinal);
        Assert.DoesNotContain("SANA UJI", (await visitor.PostAsync("/keluarga/cari", "/keluar", ("Name", "SANA"), ("wilayah", "62.71"), ("Area", "62.71"))).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aid_goes_neither_to_a_hidden_family_nor_under_another_opds_program()
    {
        var visitor = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Opd, opd: "Disnaker"));
        var (own, others) = (await _portal.Scenario.ProgramAsync("Disnaker"), await _portal.Scenario.ProgramAsync("Disdik"));
        (string, string)[] Fields(Guid household, Guid program) => [("Form.HouseholdId", household.ToString()), ("Form.ProgramId", program.ToString()), ("Form.State", "Planned"), ("Form.On", "01/12/2026"), ("Form.Amount", "200.000"), ("Form.OpdId", "1")];

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync("/intervensi/baru", "/keluar", Fields(_neighbours, own))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PostAsync("/intervensi/baru", "/keluar", Fields(_household, others))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync("/intervensi/baru", "/keluar", Fields(_household, own))).StatusCode);
    }

    [Fact]
    public async Task Whoever_reaches_for_what_is_elsewhere_stands_in_the_audit()
    {
        var visitor = await _portal.SignInAsync(_enumerator);
        var opd = await _portal.SignInAsync(await _portal.Scenario.AccountAsync(Role.Opd, opd: "Disnaker"));

        await visitor.GetAsync($"/keluarga/{_neighbours}");
        await visitor.GetAsync($"/keluarga?wilayah={OtherVillage}");
        await visitor.GetAsync("/impor");
        await opd.GetAsync($"/intervensi/baru?keluarga={_neighbours}");
        await opd.PostAsync("/intervensi/baru", "/keluar", ("Form.HouseholdId", _neighbours.ToString()), ("Form.State", "Planned"));

        var lines = await RefusalsAsync();
        Assert.Equal(["Access.NotFound", "Access.NotFound", "Access.Forbidden", "Access.NotFound", "Access.NotFound"], lines.Select(line => line.Action));
        Assert.Equal(3, lines.Count(line => line.Detail!.Contains(_neighbours.ToString(), StringComparison.Ordinal)));
        Assert.Contains(OtherVillage, lines[1].Detail, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.NotNull(line.UserId));
    }

    [Fact]
    public async Task A_refused_request_writes_no_number_into_the_audit()
    {
        var visitor = await _portal.SignInAsync(_enumerator);

        await visitor.GetAsync($"/keluarga?wilayah={Nik}");
        await visitor.PostAsync("/intervensi/baru", "/keluar", ("Form.HouseholdId", Nik));
        await visitor.PostAsync("/keluarga/nomor", "/keluarga/nomor", ("Number", Nik));

        Assert.NotEmpty(await RefusalsAsync());
        Assert.DoesNotContain((await AuditAsync()).SelectMany(line => new[] { line.Detail, line.Subject, line.Actor }), text => text?.Contains(Nik, StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task Opening_a_number_takes_a_reason_and_leaves_a_line()
    {
        var visitor = await _portal.SignInAsync(_enumerator);

        Assert.DoesNotContain(Nik, (await visitor.PostAsync($"/keluarga/{_household}/nomor", "/keluar")).Source, StringComparison.Ordinal);
        Assert.DoesNotContain(Nik, (await visitor.GetAsync($"/keluarga/{_household}")).Source, StringComparison.Ordinal);
        Assert.Contains(Nik, (await visitor.PostAsync($"/keluarga/{_household}/nomor", "/keluar", ("Reason", "FamilyRequest"))).Source, StringComparison.Ordinal);

        var line = Assert.Single(await AuditAsync(), entry => entry.Action == "Number.Opened");
        Assert.Equal((_enumerator.Id, _household), (line.UserId, line.SubjectId));
        Assert.Contains("FamilyRequest", line.Detail, StringComparison.Ordinal);
    }

    private static Guid IdIn(string path) => Guid.Parse(path[(path.LastIndexOf('/') + 1)..]);

    private Task<Guid> IdOfAsync(string head) => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds,
        services => services.GetRequiredService<PortalDbContext>().Households.Where(h => h.HeadName == head).Select(h => h.PublicId).SingleAsync());

    private Task<Visit> VisitAsync(Guid id) => _portal.Scenario.AsConsoleAsync(Permission.ViewVisits,
        services => services.GetRequiredService<PortalDbContext>().Visits.AsNoTracking().SingleAsync(v => v.PublicId == id));

    private Task<List<AuditEntry>> AuditAsync() => _portal.Scenario.AsConsoleAsync(Permission.ViewHouseholds,
        services => services.GetRequiredService<PortalDbContext>().AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync());

    private async Task<List<AuditEntry>> RefusalsAsync() => [.. (await AuditAsync()).Where(entry => entry.Action.StartsWith("Access.", StringComparison.Ordinal))];
}
