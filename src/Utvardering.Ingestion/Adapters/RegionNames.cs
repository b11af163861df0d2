using System.Text.RegularExpressions;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// The ways authorities write a municipality's name: "Borås", "Borås kommun", "Ale kommuns" and "Bergs kommun" (genitive),
/// "Stockholms stad", "0114 Upplands Väsby", the aliases of <c>registry/region-aliases.csv</c>, and Brå's own region ids.
/// </summary>
internal static partial class RegionNames
{
    /// <summary>Columns name (as <see cref="Plain(string)"/> gives it), municipality_code, last_year (an alias no longer in use).</summary>
    public const string Table = "region_names";

    /// <summary>Columns name, county_code (two digits; 00 the country).</summary>
    public const string Counties = "county_names";

    private static readonly string[] Nation = ["riket", "hela landet", "hela riket", "sverige", "totalt riket"];

    /// <summary>Makes both tables, once for all files of a retrieval.</summary>
    public static void Load(StagedRows staged)
    {
        var municipalities = Of(staged.Project);
        Fill(staged.Database, Table, "municipality_code", municipalities.Select(pair => (pair.Key, pair.Value.Code, pair.Value.LastYear)));
        Fill(staged.Database, Counties, "county_code", CountiesOf(staged.Project).Select(pair => (pair.Key, pair.Value, (string?)null)));
    }

    /// <summary>Every way of writing every municipality of the registry → its code, and the last year the name was in use.</summary>
    public static IReadOnlyDictionary<string, (string Code, string? LastYear)> Of(ProjectFolder project)
    {
        var names = new Dictionary<string, (string Code, string? LastYear)>(StringComparer.Ordinal);
        foreach (var (code, name) in CodeList.Municipalities(project).Map("municipality_code", "name"))
        {
            Add(code, code, null);
            foreach (var form in Forms(PlainText(name)))
            {
                Add(form, code, null);
                Add($"{code} {form}", code, null);
            }
        }

        foreach (var (id, code) in CodeList.Registry(project, "bra-regions").Map("bra_id", "municipality_code"))
        {
            Add(id, code, null);
        }

        var aliases = CodeList.Registry(project, "region-aliases");
        foreach (var row in aliases.Rows)
        {
            var (name, code) = (PlainText(row[aliases.Index("name")]!), row[aliases.Index("municipality_code")]!);
            Add(name, code, row[aliases.Index("last_year")]);
            Add($"{code} {name}", code, row[aliases.Index("last_year")]);
        }

        return names;

        void Add(string name, string code, string? lastYear)
        {
            if (!names.TryAdd(name, (code, lastYear)) && names[name].Code != code)
            {
                throw new InvalidOperationException($"'{name}' is a way to write the names of {names[name].Code} and {code}.");
            }
        }
    }

    /// <summary>Every way of writing the counties and the country → two digits.</summary>
    public static IReadOnlyDictionary<string, string> CountiesOf(ProjectFolder project)
    {
        var counties = Nation.ToDictionary(name => name, _ => "00", StringComparer.Ordinal);
        foreach (var (code, name) in CodeList.Municipalities(project).Map("municipality_code", "county").Select(pair => (pair.Key[..2], PlainText(pair.Value))).Distinct())
        {
            counties[name] = code;
            counties[$"{code} {name}"] = code;
            counties[name.Replace(" län", "", StringComparison.Ordinal)] = code;
        }

        return counties;
    }

    /// <summary>SQL: a name with small letters, plain hyphens and single plain spaces.</summary>
    public static string Plain(string sql) =>
        $"trim(regexp_replace(lower(replace(replace({sql}, '–', '-'), '&nbsp;', ' ')), '[\\s\\x{{A0}}\\x{{202F}}]+', ' ', 'g'))";

    /// <summary>The same of one text.</summary>
    public static string PlainText(string name) =>
        Blanks().Replace(name.Composed().Replace('–', '-').Replace("&nbsp;", " ", StringComparison.Ordinal).ToLowerInvariant(), " ").Trim(' ');

    private static void Fill(WorkDatabase database, string table, string code, IEnumerable<(string Name, string Code, string? LastYear)> rows)
    {
        database.Execute($"create or replace table {table}_text (file integer, row bigint, name varchar, code varchar, last_year varchar)");
        database.AppendNumberedText(table + "_text", rows.Select(row => (0, 0L, (IReadOnlyList<string?>)[row.Name, row.Code, row.LastYear])));
        database.Execute($"create table {table} as select name, code as {code}, cast(last_year as integer) as last_year from {table}_text");
    }

    private static IEnumerable<string> Forms(string name)
    {
        var genitive = name[^1] is 's' or 'x' or 'z' ? name : name + "s";
        yield return name;
        foreach (var kind in new[] { "kommun", "stad" })
        {
            yield return $"{name} {kind}";
            yield return $"{name} {kind}s";
            yield return $"{genitive} {kind}";
            yield return $"{genitive} {kind}s";
        }
    }

    [GeneratedRegex("[\\s\u00A0\u202F]+")]
    private static partial Regex Blanks();
}
