using System.Globalization;
using System.Text.Json;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// Kolada's values: <c>/data/kpi/{ids}/year/{years}?region_type=K</c>, at most 25 ids a segment.
/// An unknown or withdrawn KPI is answered with an empty list and status 200, so a KPI without a single value is an error here.
/// </summary>
internal sealed class KoladaV3 : ISourceAdapter
{
    private const int MostIdsPerSegment = 25;

    public string Name => "kolada-v3";

    public bool ReadsFiles => false;

    public IReadOnlyList<string> Datasets => ["indicator_values"];

    public AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields)
    {
        var select = source["select"];
        return select.Done(new KoladaSettings(select["indicators"].Texts(), YearRange.Read(select, "years")));
    }

    public async Task<IReadOnlyList<LandedBody>> FetchAsync(Fetching fetching, CancellationToken cancellationToken)
    {
        var settings = (KoladaSettings)fetching.Source.Settings;
        var segment = fetching.Source.Limits.IdsPerSegment ?? MostIdsPerSegment;
        var years = settings.Years.Until(fetching.Now.Year).Select(year => year.ToString(CultureInfo.InvariantCulture));
        var bodies = new List<LandedBody>();
        var answered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ids in settings.Indicators.Chunk(segment))
        {
            foreach (var period in years.Chunk(segment))
            {
                var rest = $"/data/kpi/{string.Join(',', ids)}/year/{string.Join(',', period)}?region_type=K&{KoladaPages.PerPage(fetching)}";
                foreach (var (body, values) in await KoladaPages.AskAsync(fetching, rest, cancellationToken))
                {
                    bodies.Add(body);
                    answered.UnionWith(values.EnumerateArray().Select(item => JsonRows.Text(item, "kpi")).OfType<string>());
                }
            }
        }

        var missing = settings.Indicators.Except(answered).ToList();
        return missing.Count == 0
            ? bodies
            : throw new SourceException(
                $"{fetching.Source.Source} has no values at all for {string.Join(", ", missing)}. " +
                $"Kolada answers so when a KPI is misspelt or removed: check select.indicators in {fetching.Source.File}.");
    }

    public void Stage(StagedRows staged)
    {
        var marks = SourceMarks.Of(staged.Project, Name);
        foreach (var body in staged.Bodies.DistinctBy(body => body.Sha256))
        {
            JsonRows.Stage(staged, body, json => Rows(json, marks));
        }
    }

    /// <summary>indicator_code, municipality_code, year, sex, value, status.</summary>
    private static IEnumerable<IReadOnlyList<string?>> Rows(JsonElement json, SourceMarks marks)
    {
        foreach (var item in json.GetProperty("values").EnumerateArray())
        {
            foreach (var value in item.GetProperty("values").EnumerateArray())
            {
                var (number, status) = Value(value, marks);
                yield return
                [
                    JsonRows.Text(item, "kpi"), JsonRows.Text(item, "municipality"), JsonRows.Text(item, "period"),
                    Sex(JsonRows.Text(value, "gender")), number, status,
                ];
            }
        }
    }

    private static (string? Value, string? Status) Value(JsonElement value, SourceMarks marks)
    {
        if (value.TryGetProperty("isdeleted", out var deleted) && deleted.ValueKind == JsonValueKind.True)
        {
            return (null, "withdrawn");
        }

        return JsonRows.Text(value, "value") is { } number ? (number, null) : marks.Meaning(JsonRows.Text(value, "status"));
    }

    private static string? Sex(string? gender) => gender switch
    {
        "T" => "total",
        "K" => "women",
        "M" => "men",
        _ => gender,
    };
}
