using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>What DuckDB said when a file could not be opened, as a sentence to the person who named the file.</summary>
internal static partial class OpenFailure
{
    public static InputException Explain(string path, DuckDBException failure)
    {
        var said = failure.Message.Split('\n')[0].Replace("DuckDBOpen failed: ", "", StringComparison.Ordinal);

        // A program other than ours (the duckdb command, say) takes DuckDB's lock but not our lock file.
        if (said.Contains("Could not set lock on file", StringComparison.Ordinal))
        {
            var id = ProcessId().Match(said);
            var who = id.Success ? $"another process (id {id.Groups[1].Value})" : "another process";
            return new InputException($"The database {path} is open in {who}. Wait until it is done or end it, then try again.", failure);
        }

        if (said.Contains("not a valid DuckDB database file", StringComparison.Ordinal))
        {
            return NoDatabase(path, failure);
        }

        return new InputException($"The database {path} can't be opened. DuckDB says: {said}", failure);
    }

    public static InputException NoDatabase(string path, Exception? failure = null)
        => new($"The file {path} is not a DuckDB database. Give the path of one, or move the file away to have a new database made.", failure);

    [GeneratedRegex(@"\(PID ([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ProcessId();
}
