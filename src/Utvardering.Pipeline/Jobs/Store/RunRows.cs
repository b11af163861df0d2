using System.Data.Common;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.States;

namespace Utvardering.Pipeline.Jobs.Store;

/// <summary>Reads rows of the tables of jobs.</summary>
internal static class RunRows
{
    public const string Columns =
        "run_id, job, cause, caused_by, follows, state, queued, not_before, started, ended, node, attempt, step, progress, bytes, rows_in, rows_accepted, files_refused, vintages_made, fault, error, cancel_asked, progress_sv, error_sv";

    public static JobRun Run(DbDataReader row) => new()
    {
        RunId = row.GetString(0),
        Job = row.GetString(1),
        Cause = Enum.Parse<RunCause>(row.GetString(2), ignoreCase: true),
        CausedBy = Text(row, 3),
        Follows = Text(row, 4),
        State = Enum.Parse<RunState>(row.GetString(5), ignoreCase: true),
        Queued = Time(row, 6)!.Value,
        NotBefore = Time(row, 7),
        Started = Time(row, 8),
        Ended = Time(row, 9),
        Node = Text(row, 10),
        Attempt = row.GetInt32(11),
        Step = Text(row, 12),
        Progress = Text(row, 13),
        Counts = new()
        {
            Bytes = Number(row, 14),
            RowsIn = Number(row, 15),
            RowsAccepted = Number(row, 16),
            FilesRefused = Number(row, 17),
            VintagesMade = Number(row, 18),
        },
        Fault = Text(row, 19) is { } fault ? Enum.Parse<FaultKind>(fault, ignoreCase: true) : null,
        Error = Text(row, 20),
        CancelAsked = row.GetInt32(21) != 0,
        ProgressSv = Text(row, 22),
        ErrorSv = Text(row, 23),
    };

    public static RunLogStep Step(DbDataReader row) => new(row.GetInt32(0), row.GetString(1), Time(row, 2)!.Value, Time(row, 3), row.GetString(4)) { Sv = Text(row, 5) };

    public static RunLogLine Line(DbDataReader row) => new(row.GetInt32(0), Time(row, 1)!.Value, row.GetString(2), Text(row, 3), row.GetString(4)) { Sv = Text(row, 5) };

    public static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset? Time(DbDataReader row, int column) => Number(row, column) is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;

    private static long? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
