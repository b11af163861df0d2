using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.States;

namespace Utvardering.Portal.Runs;

/// <summary>What the page of one run shows.</summary>
/// <param name="Report">The run with all that is known of it.</param>
/// <param name="Job">Its job; null: there is none of that name any more.</param>
/// <param name="Again">The run that does this one again; null: none.</param>
/// <param name="WholeLog">Whether all lines of the log were asked for.</param>
public sealed record RunView(RunReport Report, Job? Job, JobRun? Again, bool WholeLog)
{
    private const int Lines = 100;

    public bool IsOpen => !RunMoves.Ends.Contains(Report.Run.State);

    /// <summary>Whether it can be done again.</summary>
    public bool IsRetried => Job is not null && Report.Run.State is (RunState.Parked or RunState.Interrupted or RunState.Cancelled);

    /// <summary>The lines that are shown: the last, or all.</summary>
    public IReadOnlyList<RunLogLine> Log => WholeLog ? Report.Log : [.. Report.Log.TakeLast(Lines)];
}
