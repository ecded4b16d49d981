using Spectre.Console;
using TkpkdPortal.Domain.Wording;

namespace TkpkdPortal.Verbs;

/// <summary>A bar on a terminal, on standard error; silence where the output goes elsewhere.</summary>
internal static class VerbProgress
{
    public static Task RunAsync(Func<Action<string, int, int?>?, Task> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (!console.Profile.Capabilities.Interactive || Console.IsErrorRedirected)
            return work(null);
        return console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(bar =>
            {
                var task = bar.AddTask("Mulai");
                return work((what, done, total) =>
                {
                    task.MaxValue = Math.Max(total ?? done, done);
                    task.Value = done;
                    task.Description = $"{what}: {Indonesian.Number(done)}";
                });
            });
    }
}
