namespace Utvardering.Warehouse.Models;

/// <summary>One SELECT of <c>pipelines/warehouse</c>: the file's name is the table's, its folder the schema.</summary>
/// <param name="Schema">The folder: staging, core or marts.</param>
/// <param name="Name">The table's name.</param>
/// <param name="Path">The file.</param>
/// <param name="Sql">The SELECT.</param>
/// <param name="Key">The columns that name a row; unique and never null but for the columns the grain leaves open.</param>
public sealed record SqlModel(string Schema, string Name, string Path, string Sql, IReadOnlyList<string> Key)
{
    /// <summary>What the header says must hold of the rows.</summary>
    public IReadOnlyList<ModelTest> Tests { get; init; } = [];

    /// <summary>The columns whose texts are kept as numbers, by name.</summary>
    public IReadOnlyDictionary<string, CodedColumn> Codes { get; init; } = new Dictionary<string, CodedColumn>();

    /// <summary>Whether its rows come in the order of the key when what it reads lies in that of its own: then they need not be sorted.</summary>
    public bool ComesInOrder { get; init; }

    /// <summary>Whether it is a view: its rows are another model's, with names beside.</summary>
    public bool IsView { get; init; }

    /// <summary>schema.name</summary>
    public string FullName => $"{Schema}.{Name}";

    /// <summary>Reads all models below the folder, in name order.</summary>
    /// <exception cref="InputException">A file's header states no key, or has a line that is not understood.</exception>
    public static IReadOnlyList<SqlModel> LoadAll(string folder)
    {
        var files = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.sql", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList()
            : [];
        return files.Count == 0
            ? throw new InputException($"No models (*.sql) below {folder}. Restore pipelines/warehouse from the repository.")
            : [.. files.Select(Load)];
    }

    private static SqlModel Load(string path)
    {
        var sql = File.ReadAllText(path);
        var header = ModelHeader.Read(path, sql);
        return new SqlModel(
            System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)!),
            System.IO.Path.GetFileNameWithoutExtension(path),
            path,
            sql,
            header.Key)
        {
            Tests = header.Tests,
            Codes = header.Codes,
            ComesInOrder = header.ComesInOrder,
            IsView = header.IsView,
        };
    }
}
