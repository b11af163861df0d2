using Utvardering.Pipeline.Jobs.States;
using Utvardering.Testing;

namespace Utvardering.Jobs.Tests.States;

public sealed class RunMovesTests
{
    // Written out by hand, beside the table: what may become of a run.
    private static readonly Dictionary<RunState, RunState[]> Allowed = new()
    {
        [RunState.Queued] = [RunState.Running, RunState.Cancelled],
        [RunState.Running] = [RunState.Succeeded, RunState.Waiting, RunState.Parked, RunState.Interrupted, RunState.Cancelled, RunState.Queued],
        [RunState.Waiting] = [RunState.Running, RunState.Cancelled],
        [RunState.Succeeded] = [],
        [RunState.Parked] = [],
        [RunState.Interrupted] = [],
        [RunState.Cancelled] = [],
    };

    public static TheoryData<RunState, RunState> Pairs()
    {
        var pairs = new TheoryData<RunState, RunState>();
        foreach (var from in Enum.GetValues<RunState>())
        {
            foreach (var to in Enum.GetValues<RunState>())
            {
                pairs.Add(from, to);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_move_is_allowed_as_the_table_says_and_else_refused(RunState from, RunState to)
    {
        Assert.Equal(Allowed[from].Contains(to), RunMoves.Allows(from, to));
        if (Allowed[from].Contains(to))
        {
            Assert.Equal(RunMoves.Name(to), RunMoves.Checked(from, to));
        }
        else
        {
            Assert.Contains($"{RunMoves.Name(from)} can't become {RunMoves.Name(to)}", Assert.Throws<InvalidOperationException>(() => RunMoves.Checked(from, to)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_move_is_told_twice_and_every_end_is_one() => Assert.Multiple(
        () => Assert.Equal(RunMoves.All.Count, RunMoves.All.Select(move => (move.From, move.To)).Distinct().Count()),
        () => Assert.Equal(Allowed.Where(state => state.Value.Length == 0).Select(state => state.Key), RunMoves.Ends));

    [Fact]
    public void The_documentation_shows_the_table_as_it_is()
    {
        var file = Path.Combine(Repository.Root, "docs", "operations.md");
        var text = File.ReadAllText(file);
        var (begin, end) = ("```mermaid\n", "```");
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, from, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UTVARDERING_WRITE_DOCS") == "1")
        {
            text = text[..from] + RunMoves.Diagram() + text[to..];
            File.WriteAllText(file, text);
            to = text.IndexOf(end, from, StringComparison.Ordinal);
        }

        Assert.Equal(RunMoves.Diagram(), text[from..to]);
    }
}
