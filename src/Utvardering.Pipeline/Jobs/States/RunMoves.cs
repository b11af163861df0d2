using System.Text;

namespace Utvardering.Pipeline.Jobs.States;

/// <summary>The moves that runs may make: all of them. The store changes no state but by <see cref="Checked"/>, and docs/operations.md is drawn from here.</summary>
public static class RunMoves
{
    public static IReadOnlyList<RunMove> All { get; } =
    [
        new(RunState.Queued, RunState.Running, new("en nod tar den", "a node takes it")),
        new(RunState.Queued, RunState.Cancelled, new("någon avbryter den", "a person cancels it")),
        new(RunState.Running, RunState.Succeeded, new("allt är gjort", "all is done")),
        new(RunState.Running, RunState.Waiting, new("ett fel som går över", "a fault that passes")),
        new(RunState.Running, RunState.Parked, new("ett fel som kräver en åtgärd, eller försöken är slut", "a fault that someone must mend, or no tries are left")),
        new(RunState.Running, RunState.Interrupted, new("noden dog eller förlorade skrivrätten", "the node died or lost the lease")),
        new(RunState.Running, RunState.Cancelled, new("någon avbryter den", "a person cancels it")),
        new(RunState.Running, RunState.Queued, new("noden stannar och lämnar tillbaka den", "the node stops and hands it back")),
        new(RunState.Waiting, RunState.Running, new("tiden är inne", "its time has come")),
        new(RunState.Waiting, RunState.Cancelled, new("någon avbryter den", "a person cancels it")),
    ];

    /// <summary>States in which nothing more happens to a run.</summary>
    public static IReadOnlyList<RunState> Ends { get; } = [.. Enum.GetValues<RunState>().Where(state => All.All(move => move.From != state))];

    /// <summary>Whether a run in one state may come into the other.</summary>
    public static bool Allows(RunState from, RunState to) => All.Any(move => move.From == from && move.To == to);

    /// <summary>The state after, as the store writes it.</summary>
    /// <exception cref="InvalidOperationException">There is no such move: a fault of the program.</exception>
    public static string Checked(RunState from, RunState to) => Allows(from, to)
        ? Name(to)
        : throw new InvalidOperationException($"A run that is {Name(from)} can't become {Name(to)}.");

    /// <summary>A state's name in the store and on the command line.</summary>
    // A stored name is no text for readers of any language.
#pragma warning disable CA1308
    public static string Name(RunState state) => state.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>The table as a Mermaid state diagram.</summary>
    public static string Diagram()
    {
        var text = new StringBuilder("stateDiagram-v2\n    [*] --> queued\n");
        foreach (var move in All)
        {
            text.Append("    ").Append(Name(move.From)).Append(" --> ").Append(Name(move.To)).Append(" : ").Append(move.When.En).Append('\n');
        }

        foreach (var end in Ends)
        {
            text.Append("    ").Append(Name(end)).Append(" --> [*]\n");
        }

        return text.ToString();
    }
}
