using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Field;

public sealed class DiscardTests
{
    [Fact]
    public async Task A_visit_that_was_thrown_away_on_the_phone_stands_in_the_audit_of_its_family()
    {
        await using var portal = TestPortal.Start();
        var household = (await portal.FamiliesAsync(1))[0];
        var phone = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village));
        var stranger = await portal.PhoneAsync(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.OtherVillage));
        var visit = Guid.CreateVersion7();

        var told = await phone.DiscardAsync(visit, household);
        var elsewhere = await stranger.DiscardAsync(visit, household);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (told.StatusCode, elsewhere.StatusCode));
        var entry = await portal.AskAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(entry => entry.Action == "Visit.Discarded"));
        Assert.Equal(household, entry.SubjectId);
        Assert.Contains(visit.ToString(), entry.Detail, StringComparison.Ordinal);
    }
}
