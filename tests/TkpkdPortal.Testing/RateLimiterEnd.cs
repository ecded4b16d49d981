using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace TkpkdPortal.Testing;

/// <summary>
/// Ends what the framework's rate limiting leaves running: its middleware makes a limiter of its own with a timer and never disposes it (ASP.NET Core 10), so that
/// each portal of a test run would stay in memory, some 18 MB, until the run ends. An office starts one portal and does not notice; a test run starts some hundreds.
/// Where the framework is built otherwise, <see cref="Dispose"/> throws: look again whether it is still needed.
/// </summary>
internal sealed class RateLimiterEnd : IStartupFilter, IDisposable
{
    private const string Middleware = "Microsoft.AspNetCore.RateLimiting.RateLimitingMiddleware", Limiter = "_endpointLimiter";
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    private RequestDelegate? _pipeline;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(pipeline => _pipeline = pipeline);
        next(app);
    };

    public void Dispose()
    {
        if (_pipeline is null)
            return;
        var middleware = Targets(_pipeline).FirstOrDefault(target => target.GetType().FullName == Middleware) ?? throw new InvalidOperationException($"No {Middleware} in the pipeline.");
        var limiter = middleware.GetType().GetField(Limiter, Inside)?.GetValue(middleware) as IDisposable ?? throw new InvalidOperationException($"No {Limiter} in {Middleware}.");
        limiter.Dispose();
        _pipeline = null;
    }

    // What is behind a delegate, and behind those that it holds: each middleware knows the next.
    private static IEnumerable<object> Targets(Delegate pipeline)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Delegate>([pipeline]);
        while (open.TryPop(out var next))
        {
            if (next.Target is not { } target || !seen.Add(target))
                continue;
            yield return target;
            foreach (var held in target.GetType().GetFields(Inside).Select(field => field.GetValue(target)).OfType<Delegate>())
                open.Push(held);
        }
    }
}
