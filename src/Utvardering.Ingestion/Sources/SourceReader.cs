using System.Globalization;
using Utvardering.Ingestion.Adapters;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Settings;

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
        var map = SettingsFile.Load(file);
        var source = map["source"].Text();
        if (source != Path.GetFileNameWithoutExtension(file))
        {
            throw map["source"].Fault($"is '{source}', but the file is called {Path.GetFileName(file)}: give them the same name");
        }

        var adapter = AdapterCatalog.Find(map["adapter"].OneOf([.. AdapterCatalog.Names]));
        var dataset = map["dataset"].OneOf([.. adapter.Datasets]);
        if (!File.Exists(project.Schema(dataset)))
        {
            throw map["dataset"].Fault($"is '{dataset}', which has no schema {project.Schema(dataset)}");
        }

        var fields = Schemas.SchemaReader.Read(project, dataset).FieldNames;
        return map.Done(new SourceDefinition
        {
            Source = source,
            Title = map["title"].Local(),
            Adapter = adapter.Name,
            Dataset = dataset,
            Origin = map["origin"].OneOf("published", "delivered") == "published" ? SourceOrigin.Published : SourceOrigin.Delivered,
            Address = adapter.ReadsFiles ? null : Address(map),
            Files = adapter.ReadsFiles ? map["files"].Texts() : [],
            Schedule = map.Find("schedule")?.Text(),
            Limits = SourceLimits.Read(map.Find("limits")),
            Increments = Increments(map.Find("increments"), adapter),
            Patience = SourcePatience.Read(map.Find("patience")),
            Attribution = map["attribution"].Local(),
            DerivedAttribution = map.Find("derivedAttribution")?.Local(),
            Licence = map.Find("licence")?.Text(),
            Encoding = map.Find("encoding")?.Text() is null ? null : map["encoding"].OneOf([.. Staging.TextFileReader.Names]),
            Complete = Complete(map.Find("complete")),
            Settings = adapter.ReadSettings(map, fields),
            File = Path.GetFullPath(file),
        });
    }

    private static IncrementRules? Increments(SettingsNode? map, ISourceAdapter adapter) => map is null || adapter.KnowsChanges
        ? map is null ? null : IncrementRules.Read(map)
        : throw map.Fault($"is there, but the adapter {adapter.Name} can't tell what has changed: take it out");

    private static Uri Address(SettingsNode map) =>
        Uri.TryCreate(map["address"].Text(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address
            : throw map["address"].Fault($"is '{map["address"].Text()}', which is no whole web address such as https://…");

    private static Dictionary<string, DateOnly> Complete(SettingsNode? map) => map is null
        ? []
        : map.AllTexts().ToDictionary(pair => pair.Key, pair =>
            DateOnly.TryParseExact(pair.Value + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
                ? month
                : throw map[pair.Key].Fault($"is '{pair.Value}', which is no month such as 2019-07"));
}
