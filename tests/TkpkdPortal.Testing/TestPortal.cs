using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using TkpkdPortal.Domain.Areas;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Testing;

/// <summary>
/// The whole portal on a database file of its own: the same start as in an office, real sign-ins, real forms with their tokens.
/// Nothing is replaced, but that the names of all areas are read once for all portals of a run; a test may add services to watch what happens.
/// </summary>
public sealed class TestPortal : IAsyncDisposable
{
    // Full strength takes a tenth of a second for each sign-in.
    private const int WeakHashing = 1_000;

    // Ninety thousand names that no portal changes: reading and sorting them is a fifth of a second, and they stay in memory.
    private static readonly Lazy<AreaDirectory> Areas = new(() => AreaFiles.Load(Path.Combine(AppContext.BaseDirectory, "Assets", "areas")));

    private readonly WebApplicationFactory<Program> _factory;
    private readonly bool _isOnNetwork;
    private TempDirectory? _own;
    private Uri? _address;

    // Opens the directories of one office; whose they are is decided by the ways to start one, below.
    private TestPortal(string office, Action<IServiceCollection>? services, bool onNetwork, (string Data, string Keys) directories, params (string Key, string Value)[] settings)
    {
        Office = AreaCode.Parse(office);
        (DataDirectory, KeyDirectory) = directories;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Test");
            host.UseSetting("Portal:DataDirectory", DataDirectory);
            host.UseSetting("Portal:KeyDirectory", KeyDirectory);
            host.UseSetting("Office:AreaCode", office);
            // Else it listens on the portal's own address, where another test run or the portal itself may be listening.
            if (onNetwork)
                host.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
            foreach (var (key, value) in settings)
                host.UseSetting(key, value);
            host.ConfigureServices(all => all.AddSingleton<IStartupFilter, RateLimiterEnd>().AddSingleton(_ => Areas.Value)
                .PostConfigure<PasswordHasherOptions>(options => options.IterationCount = WeakHashing));
            if (services is not null)
                host.ConfigureServices(services);
        });
        _isOnNetwork = onNetwork;
        if (onNetwork)
        {
            _factory.UseKestrel(0);
            _factory.StartServer();
        }
        Scenario = new Scenario(this);
    }

    public AreaCode Office { get; }

    public string DataDirectory { get; }

    public string KeyDirectory { get; }

    public IServiceProvider Services => _factory.Services;

    /// <summary>What a test sets up.</summary>
    public Scenario Scenario { get; }

    /// <summary>Where the portal listens, when it was started on the network.</summary>
    public Uri Address => new(_factory.ClientOptions.BaseAddress.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    public static TestPortal Start(string office = "62.71", Action<IServiceCollection>? services = null, params (string Key, string Value)[] settings) =>
        StartIn(PlaceFor(office, services, settings), office, services, onNetwork: false, settings);

    public static TestPortal StartOnNetwork(string office = "62.71", Action<IServiceCollection>? services = null) => StartIn(PlaceFor(office, services, []), office, services, onNetwork: true);

    /// <summary>Opens a data directory that a verb has filled; it is the caller's and stays.</summary>
    public static TestPortal StartOn(string dataDirectory, string office, Action<IServiceCollection>? services = null) =>
        new(office, services, onNetwork: false, (dataDirectory, Path.Combine(dataDirectory, "keys")));

    /// <summary>As in an office: behind https, with everything that only Production asks for.</summary>
    public static TestPortal StartInProduction(string office = "62.71")
    {
        var portal = StartIn(new TempDirectory(), office, services: null, onNetwork: false, (WebHostDefaults.EnvironmentKey, "Production"));
        portal._address = new Uri("https://portal.uji.invalid");
        return portal;
    }

    /// <summary>Starts the portal once on an empty place, and stops it.</summary>
    internal static void MakeOffice(TempDirectory place, string office)
    {
        var portal = new TestPortal(office, services: null, onNetwork: false, In(place));
        _ = portal.Services;
        portal._factory.Dispose();
    }

    private static TestPortal StartIn(TempDirectory own, string office, Action<IServiceCollection>? services, bool onNetwork, params (string Key, string Value)[] settings) =>
        new(office, services, onNetwork, In(own), settings) { _own = own };

    // Who brings a clock or settings has the office made under them.
    private static TempDirectory PlaceFor(string office, Action<IServiceCollection>? services, (string, string)[] settings) =>
        services is null && settings is [] ? NewOffice.Copy(office) : new TempDirectory();

    private static (string, string) In(TempDirectory place) => (place["data"], place["keys"]);

    /// <summary>A visitor who has not signed in.</summary>
    public Visitor Visitor(bool keepsCookies = true) => new(_isOnNetwork
        ? new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = keepsCookies }) { BaseAddress = Address }
        : _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = keepsCookies, BaseAddress = _address ?? _factory.ClientOptions.BaseAddress }));

    /// <summary>An account with this role, signed in through the form.</summary>
    public async Task<Visitor> SignInAsync(Account account)
    {
        var visitor = Visitor();
        await visitor.SignInAsync(account);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _own?.Dispose();
    }
}
