using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Pipeline.Runs;

namespace Utvardering.Pipeline.Jobs.Running;

/// <summary>
/// Gathers what a run tells until it is kept. Telling never waits for the store: while that is away the run goes on, and what it told
/// is kept when the store is back.
/// </summary>
/// <param name="attempt">The attempt, from 1.</param>
/// <param name="lines">How many lines the run has from attempts before.</param>
/// <param name="steps">How many steps it has from them.</param>
/// <param name="clock">Of the log.</param>
internal sealed class RunReporter(int attempt, int lines, int steps, TimeProvider clock) : IProgress<RunStep>
{
    // A run that tells of every page of ten thousand would fill the log; its progress shows them all the same.
    private const int MostLines = 2_000;

    private readonly Lock gate = new();
    private readonly List<RunLogLine> newLines = [];
    private readonly SortedDictionary<int, RunLogStep> changed = [];
    private (int Number, RunLogStep Step)? current;
    private int lineCount = lines;
    private int stepCount = steps;
    private int told;

    public void Report(RunStep value)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (current is not { } open || open.Step.Name != value.Step || open.Step.Ended is not null)
            {
                End(now);
                current = (++stepCount, new(attempt, value.Step, now, null, value.Text) { Sv = value.Sv });
            }

            current = (current.Value.Number, current.Value.Step with { Text = value.Text, Sv = value.Sv, Ended = value is { Done: true, IsWarning: false } ? now : null });
            changed[current.Value.Number] = current.Value.Step;
            // What is over the limit is only progress, but results and warnings are always kept.
            if (value.Done || told++ < MostLines)
            {
                newLines.Add(new(++lineCount, now, value.IsWarning ? "warning" : "info", value.Step, value.Text) { Sv = value.Sv });
            }
        }
    }

    /// <summary>Adds a line that is no progress of a step.</summary>
    public void Line(string level, string text, string? sv = null)
    {
        lock (gate)
        {
            newLines.Add(new(++lineCount, clock.GetUtcNow(), level, current?.Step.Name, text) { Sv = sv });
        }
    }

    /// <summary>The last step ends here, well or not.</summary>
    public void End()
    {
        lock (gate)
        {
            End(clock.GetUtcNow());
        }
    }

    /// <summary>What was told and not yet kept; null: nothing.</summary>
    public RunTold? Take()
    {
        lock (gate)
        {
            return newLines.Count == 0 && changed.Count == 0
                ? null
                : new(current?.Step.Name, current?.Step.Text, current?.Step.Sv, [.. changed.Select(step => (step.Key, step.Value))], [.. newLines]);
        }
    }

    /// <summary>Forgets what was kept.</summary>
    public void Kept(RunTold kept)
    {
        lock (gate)
        {
            newLines.RemoveRange(0, kept.Lines.Count);
            foreach (var (number, step) in kept.Steps)
            {
                if (changed.TryGetValue(number, out var now) && now == step)
                {
                    changed.Remove(number);
                }
            }
        }
    }

    private void End(DateTimeOffset now)
    {
        if (current is { Step.Ended: null } open)
        {
            current = (open.Number, open.Step with { Ended = now });
            changed[open.Number] = current.Value.Step;
        }
    }
}
