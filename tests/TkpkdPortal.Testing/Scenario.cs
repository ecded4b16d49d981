using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Access;
using TkpkdPortal.Data;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Domain.Imports;
using TkpkdPortal.Importing;
using TkpkdPortal.Security;
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
        await using var scope = portal.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (outcome, _) = await services.GetRequiredService<Accounts>().AddAsync(new NewAccount(email, role, code) { Opd = opd ?? (role is Role.Opd ? "Disnaker" : null) }, default);
        Assert.True(outcome.IsAccepted, outcome.Refusal);
        var users = services.GetRequiredService<UserManager<PortalUser>>();
        var user = (await users.FindByEmailAsync(email))!;
        user.PasswordHash = _hash ??= services.GetRequiredService<IPasswordHasher<PortalUser>>().HashPassword(user, Account.Password);
        await users.UpdateAsync(user);
        return new Account(user.Id, email, role, code);
    }

    /// <summary>Loads rows as the office's analyst does; answers the batch.</summary>
    public Task<ImportBatch> ImportFamiliesAsync(string release, DateOnly releasedOn, params FamilyRow[] rows) =>
        ImportAsync(new ImportOrder(ImportKind.P3keFamilies, "keluarga.csv", release, releasedOn), FamiliesFile.Of(rows));

    public async Task<ImportBatch> ImportAsync(ImportOrder order, byte[] file)
    {
        var batch = await AsConsoleAsync(Permission.ImportLists, async services =>
        {
            var queued = await services.GetRequiredService<ImportIntake>().QueueAsync(order, default);
            await services.GetRequiredService<ImportRun>().RunAsync(queued.Id, new MemoryStream(file), null, default);
            return await services.GetRequiredService<PortalDbContext>().ImportBatches.AsNoTracking().SingleAsync(b => b.Id == queued.Id);
        });
        Assert.True(batch.State is ImportState.Published or ImportState.DryRunDone, batch.FailureMessage);
        return batch;
    }

    /// <summary>Loads one ordinary family into a village and answers its id.</summary>
    public async Task<Guid> HouseholdInAsync(string village, string headName = "BUDI UJI")
    {
        var code = AreaCode.Parse(village);
        var id = Interlocked.Increment(ref _accounts);
        await ImportFamiliesAsync("2023", new DateOnly(2023, 9, 15), new FamilyRow($"{code.Digits[..4]}23{id:000000}", code.Digits) { HeadName = headName });
        return await AsConsoleAsync(Permission.ViewHouseholds, services => services.GetRequiredService<PortalDbContext>().Households.Where(h => h.AreaCode == code.Stored || h.AreaCode.StartsWith(code.Stored))
            .OrderByDescending(h => h.Id).Select(h => h.PublicId).FirstAsync());
    }

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
}
