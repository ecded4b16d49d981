using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using TkpkdPortal.Domain.People;
using TkpkdPortal.Settings;

namespace TkpkdPortal.Web;

/// <summary>Serilog to the console and, in the data directory, to a file a day; whatever looks like a personal number is blotted out before it is written.</summary>
public static class Logging
{
    public static void AddPortalLogging(this WebApplicationBuilder builder, PortalPaths paths)
    {
        var logger = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.With<NumberBlotter>()
            .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture, restrictedToMinimumLevel: LogEventLevel.Information, standardErrorFromLevel: LogEventLevel.Verbose)
            .WriteTo.File(Path.Combine(paths.Logs, "portal-.log"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 31,
                fileSizeLimitBytes: 50_000_000, shared: true, formatProvider: CultureInfo.InvariantCulture)
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }

    /// <summary>The last line of defence: no message of ours names a number, but a library's might.</summary>
    internal sealed class NumberBlotter : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            foreach (var (name, value) in logEvent.Properties)
            {
                if (value is ScalarValue { Value: string text } && NumberBlot.Needed(text))
                    logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(NumberBlot.Apply(text))));
            }
        }
    }
}
