using System.Diagnostics;

namespace TkpkdPortal.Web;

/// <summary>One line per request: method, route pattern, status, time, account. Never the address itself, which may hold an id or a search.</summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        await next(context);
        if (context.GetEndpoint() is RouteEndpoint endpoint)
        {
            Handled(context.Request.Method, endpoint.RoutePattern.RawText, context.Response.StatusCode,
                Stopwatch.GetElapsedTime(started).TotalMilliseconds, context.RequestServices.GetRequiredService<Security.UserScope>().UserId);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} {Milliseconds:0.0} ms, akun {UserId}")]
    private partial void Handled(string method, string? route, int status, double milliseconds, long? userId);
}
