using System.Globalization;
using System.Text.RegularExpressions;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>What a database may use of the machine. What is left null is DuckDB's own choice.</summary>
public sealed partial record DatabaseSettings
{
    public static DatabaseSettings Default { get; } = new();

    /// <summary>Number of threads, at least 1. Default: the machine's cores. Results don't depend on it.</summary>
    public int? Threads { get; init; }

    /// <summary>A number and a unit, such as <c>2GB</c> or <c>512 MiB</c>. Default: 80 % of the machine's memory.</summary>
    public string? MemoryLimit { get; init; }

    /// <summary>
    /// Where queries larger than the memory limit spill. Default: a folder beside the database file;
    /// for a database in memory a folder of its own in the system's temporary folder; for SQL that comes from a user none.
    /// </summary>
    public string? TempFolder { get; init; }

    /// <exception cref="InputException">A setting has no meaning.</exception>
    internal IEnumerable<(string Name, string Value)> Options()
    {
        if (Threads is { } threads)
        {
            yield return threads >= 1
                ? ("threads", threads.ToString(CultureInfo.InvariantCulture))
                : throw new InputException($"The number of threads is {threads}: give at least 1.");
        }

        if (MemoryLimit is { } limit)
        {
            yield return Size().IsMatch(limit)
                ? ("memory_limit", limit)
                : throw new InputException($"The memory limit \"{limit}\" is not understood: give a number and a unit, such as 2GB or 512MiB.");
        }
    }

    [GeneratedRegex("^[0-9]+([.][0-9]+)? ?([KMGT]i?B)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Size();
}
