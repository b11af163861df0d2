using Utvardering.Ingestion.Fuzz.Tests.Validation;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

/// <summary>A municipality of the registry.</summary>
internal sealed record Town(string Code, string Name)
{
    public static IReadOnlyList<Town> All { get; } =
        [.. CsvList.Read(Path.Combine(Repository.Root, "pipelines", "registry", "municipalities.csv")).Select(row => new Town(row["municipality_code"], row["name"]))];

    public static Town Of(int place) => All[place % All.Count];
}
