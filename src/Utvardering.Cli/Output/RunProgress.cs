using System.Globalization;
using Spectre.Console;
using Utvardering.Pipeline.Runs;

namespace Utvardering.Cli.Output;

/// <summary>Shows how a run goes: a live line and finished steps on a terminal, else one plain line for each finished step.</summary>
internal static class RunProgress
{
    /// <param name="run">What goes on.</param>
    /// <param name="everything">Off a terminal too, a line for each part of a step and not for finished steps alone.</param>
    public static Task<T> ShowAsync<T>(Func<IProgress<RunStep>, Task<T>> run, bool everything = false)
        => Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive
            ? run(new Lines(everything))
            : AnsiConsole.Status().StartAsync("start", context => run(new Live(context)));

    private sealed class Lines(bool everything) : IProgress<RunStep>
    {
        public void Report(RunStep value)
        {
            if (value.Done || everything)
            {
                Console.WriteLine($"{value.Step,-10} {(value.IsWarning ? "warning: " : "")}{value.Text}");
            }
        }
    }

    private sealed class Live(StatusContext context) : IProgress<RunStep>
    {
        public void Report(RunStep value)
        {
            if (value.IsWarning)
            {
                AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]![/] [bold]{value.Step,-10}[/] {value.Text}");
            }
            else if (value.Done)
            {
                AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[green]✓[/] [bold]{value.Step,-10}[/] {value.Text}");
            }
            else
            {
                context.Status(Markup.Escape($"{value.Step}: {value.Text}"));
            }
        }
    }
}
