namespace TkpkdPortal.Settings;

/// <summary>
/// Where people reach the portal, for links and papers that outlive the request. A request says itself by which name it came, and whoever sends it may say any:
/// only a developer's or a test's portal believes it.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration, IHostEnvironment environment)
{
    public string Of(string path, HttpRequest? request = null) => Base(request).TrimEnd('/') + path;

    private string Base(HttpRequest? request) => configuration["Portal:PublicUrl"] is { Length: > 0 } url ? url
        : request is not null && !environment.IsProduction() ? $"{request.Scheme}://{request.Host}"
        : (configuration["urls"] ?? "http://localhost:5080").Split(';')[0];
}
