using System.Globalization;
using Utvardering.Ingestion.Adapters;
using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Sources;

/// <summary>Reads <c>pipelines/sources/*.yaml</c>, every key checked.</summary>
public static class SourceReader
{
    /// <summary>All sources, by name.</summary>
    /// <exception cref="InputException">A file has a fault: file, line and what to do.</exception>
    public static IReadOnlyList<SourceDefinition> ReadAll(ProjectFolder project) =>
        [.. Directory.GetFiles(project.Sources, "*.yaml").Order(StringComparer.Ordinal).Select(file => Read(project, file))];

    /// <inheritdoc cref="ReadAll"/>
    public static SourceDefinition Read(ProjectFolder project, string file)
    {
        var map = YamlFile.Read(file);
        var source = map.Text("source");
        if (source != Path.GetFileNameWithoutExtension(file))
        {
            throw map.Fault("source", $"the source is called '{source}' but the file {Path.GetFileName(file)}. Give them the same name");
        }

        var adapter = AdapterCatalog.Find(map.Choice("adapter", AdapterCatalog.Names));
        var dataset = map.Choice("dataset", adapter.Datasets);
        if (!File.Exists(project.Schema(dataset)))
        {
            throw map.Fault("dataset", $"dataset '{dataset}' has no schema. Write {project.Schema(dataset)}");
        }

        var fields = Schemas.SchemaReader.Read(project, dataset).FieldNames;
        return map.Done(new SourceDefinition
        {
            Source = source,
            Title = map.Bilingual("title"),
            Adapter = adapter.Name,
            Dataset = dataset,
            Origin = map.Choice("origin", ["published", "delivered"]) == "published" ? SourceOrigin.Published : SourceOrigin.Delivered,
            Address = adapter.ReadsFiles ? null : Address(map),
            Files = adapter.ReadsFiles ? map.Texts("files") : [],
            Schedule = map.OptionalText("schedule"),
            Limits = Limits(map.OptionalMap("limits")),
            Attribution = map.Bilingual("attribution"),
            DerivedAttribution = map.OptionalBilingual("derivedAttribution"),
            Licence = map.OptionalText("licence"),
            Encoding = map.OptionalText("encoding") is null ? null : map.Choice("encoding", ["utf-8", "iso-8859-1", "windows-1252"]),
            Complete = Complete(map.OptionalMap("complete")),
            Settings = adapter.ReadSettings(map, fields),
            File = Path.GetFullPath(file),
        });
    }

    private static Uri Address(YamlMap map) =>
        Uri.TryCreate(map.Text("address"), UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address
            : throw map.Fault("address", $"'{map.Text("address")}' is no web address. Write it whole: https://…");

    private static SourceLimits Limits(YamlMap? map) => map is null
        ? new(null, null, null)
        : map.Done(new SourceLimits(map.OptionalNumber("requestsPerSecond"), map.OptionalNumber("idsPerSegment"), map.OptionalNumber("perPage")));

    private static Dictionary<string, DateOnly> Complete(YamlMap? map) => map is null
        ? []
        : map.AllTexts().ToDictionary(pair => pair.Key, pair =>
            DateOnly.TryParseExact(pair.Value + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
                ? month
                : throw map.Fault(pair.Key, $"'{pair.Value}' is no month. Write 2019-07"));
}
