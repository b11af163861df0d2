using Utvardering.Ingestion.Schemas;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// The ways an authority writes a municipality's name: "Borås", "Borås kommun", "Ale kommuns" and "Bergs kommun" (genitive),
/// "Stockholms stad", "Region Gotland".
/// </summary>
internal static class RegionNames
{
    public const string Table = "region_names";

    // Gotland's municipality calls itself a region; "Region Stockholm" is a police region and no municipality.
    private static readonly (string Name, string Code) OnlyRegionThatIsAMunicipality = ("region gotland", "0980");

    /// <summary>Makes a table (name, municipality_code) with every way of writing every name of the registry, in the form of <see cref="Plain"/>.</summary>
    public static void Load(WorkDatabase database, CodeList municipalities)
    {
        var names = municipalities.Map("name", "municipality_code")
            .SelectMany(pair => Forms(pair.Key.Normalize().ToLowerInvariant()), (pair, form) => (Name: form, Code: pair.Value))
            .Append(OnlyRegionThatIsAMunicipality)
            .Distinct()
            .ToList();
        var twice = names.GroupBy(name => name.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new InvalidOperationException($"'{twice.Key}' is a way to write the names of {string.Join(" and ", twice.Select(name => name.Code))}.");
        }

        database.Execute($"create or replace table {Table} (name varchar, municipality_code varchar)");
        database.Execute($"insert into {Table} values {string.Join(", ", names.Select(name => $"({SqlLists.Literals([name.Name, name.Code])})"))}");
    }

    /// <summary>SQL: a name with small letters, composed characters, plain hyphens and single plain spaces.</summary>
    public static string Plain(string sql) =>
        $"trim(regexp_replace(lower(replace(replace(nfc_normalize({sql}), '–', '-'), '&nbsp;', ' ')), '[\\s\\x{{A0}}]+', ' ', 'g'))";

    private static IEnumerable<string> Forms(string name)
    {
        var genitive = name[^1] is 's' or 'x' or 'z' ? name : name + "s";
        yield return name;
        foreach (var kind in new[] { "kommun", "stad" })
        {
            yield return $"{name} {kind}";
            yield return $"{name} {kind}s";
            if (genitive != name)
            {
                yield return $"{genitive} {kind}";
                yield return $"{genitive} {kind}s";
            }
        }
    }
}
