using System.Net;
using TkpkdPortal.Security;
using TkpkdPortal.Testing;

namespace TkpkdPortal.IntegrationTests.Features.Field;

/// <summary>A data directory with families and enumerators, for portals that run as processes of their own.</summary>
internal sealed class ServedOffice : IDisposable
{
    private const string Area = "62.71";

    private readonly TempDirectory _data = new();

    public string DataDirectory => _data.FullPath;

    public IReadOnlyList<Guid> Households { get; private set; } = [];

    public IReadOnlyList<EnumeratorPhone> Phones { get; private set; } = [];

    public static async Task<ServedOffice> FillAsync(int families, int enumerators)
    {
        var office = new ServedOffice();
        await using var portal = TestPortal.StartOn(office.DataDirectory, Area);
        office.Households = await portal.FamiliesAsync(families);
        var phones = new List<EnumeratorPhone>();
        for (var n = 0; n < enumerators; n++)
            phones.Add(new EnumeratorPhone(await portal.Scenario.AccountAsync(Role.Enumerator, FieldOffice.Village)));
        office.Phones = phones;
        return office;
    }

    public Task<ServedPortal> ServeAsync(string journal = "Wal") =>
        ServedPortal.StartWithAsync(("Portal__DataDirectory", DataDirectory), ("Office__AreaCode", Area), ("Database__Journal", journal));

    /// <summary>Looks into the data after the portals have ended.</summary>
    public async Task<T> AskAsync<T>(Func<TestPortal, Task<T>> ask)
    {
        await using var portal = TestPortal.StartOn(DataDirectory, Area);
        return await ask(portal);
    }

    public void Dispose() => _data.Dispose();
}

/// <summary>An enumerator whose phone keeps its session while portals come and go.</summary>
internal sealed class EnumeratorPhone(Account account)
{
    private readonly CookieContainer _jar = new();

    public Account Account => account;

    public FieldPhone At(ServedPortal portal) => new(VisitorOf(portal));

    public Task SignInAsync(ServedPortal portal) => VisitorOf(portal).SignInAsync(account);

    // Cookies go by the host, so that they reach every portal on it.
    private Visitor VisitorOf(ServedPortal portal) => new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _jar })
    {
        BaseAddress = portal.Address,
        Timeout = TimeSpan.FromSeconds(60),
    });
}
