using System.Collections.Concurrent;
using Utvardering.Warehouse;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Schemas;

/// <summary>A table of codes, <c>data-schema/codelists/&lt;name&gt;.csv</c> or the registry of municipalities.</summary>
/// <param name="Columns">As in the file's first row.</param>
/// <param name="Rows">Cells by column; an empty cell is null.</param>
public sealed record CodeList(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    private static readonly ConcurrentDictionary<(string File, DateTime Written, long Size), CodeList> Known = new();

    /// <summary>The first column, empty cells left out (in observation-status the empty code means that nothing needs saying).</summary>
    public IEnumerable<string> Codes => Rows.Select(row => row[0]).OfType<string>();

    /// <summary>One column's value → another's, rows without either left out.</summary>
    public IReadOnlyDictionary<string, string> Map(string from, string to)
    {
        var (key, value) = (Index(from), Index(to));
        return Rows.Where(row => row[key] is not null && row[value] is not null)
            .ToDictionary(row => row[key]!, row => row[value]!, StringComparer.Ordinal);
    }

    public int Index(string column) => Columns.ToList().IndexOf(column) is var index and >= 0
        ? index
        : throw new InputException($"Code list {Name} has no column '{column}'; it has {string.Join(", ", Columns)}.");

    public static CodeList Read(ProjectFolder project, string name) => ReadFile(Path.Combine(project.CodeLists, name + ".csv"), name);

    public static CodeList Municipalities(ProjectFolder project) => ReadFile(project.Municipalities, "municipalities");

    /// <summary>A list of <c>pipelines/registry</c>.</summary>
    public static CodeList Registry(ProjectFolder project, string name) => ReadFile(project.Registry(name), name);

    /// <summary>SQL: the file as a table of texts.</summary>
    internal static string From(string file) =>
        $"read_csv({SqlText.Literal(file)}, all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"')";

    private static CodeList ReadFile(string file, string name)
    {
        if (!File.Exists(file))
        {
            throw new InputException($"There is no code list '{name}': {file} does not exist.");
        }

        // The same few lists are asked for by every file of every retrieval.
        return Known.GetOrAdd((file, File.GetLastWriteTimeUtc(file), new FileInfo(file).Length), _ => Load(file, name));
    }

    private static CodeList Load(string file, string name)
    {
        using var database = new WorkDatabase(Path.GetTempPath());
        var from = From(file);
        var columns = database.Texts($"select column_name from (describe select * from {from})");
        var rows = database.Rows($"select * from {from}");
        return new(name, columns, [.. rows.Select(row => row.Select(cell => (string?)cell).ToArray())]);
    }
}
