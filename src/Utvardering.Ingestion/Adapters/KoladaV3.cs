using System.Globalization;
using System.Text.Json;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// Kolada's values: <c>/data/kpi/{ids}/year/{years}?region_type=K</c>, at most 25 ids a segment, and <c>/data?…&amp;from_date=</c> for what
/// has changed. An unknown or withdrawn KPI is answered with an empty list and status 200, so a KPI without a single value is an error
/// where all is asked; where changes are asked, an empty list says that there are none.
/// </summary>
internal sealed class KoladaV3 : ISourceAdapter
{
    private const int MostIdsPerSegment = 25;

    public string Name => "kolada-v3";

    public bool ReadsFiles => false;

    public bool KnowsChanges => true;

    public IReadOnlyList<string> Datasets => ["indicator_values"];

    public AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields)
    {
        var select = source["select"];
        return select.Done(new KoladaSettings(select["indicators"].Texts(), YearRange.Read(select, "years")));
    }

    public async Task<IReadOnlyList<LandedBody>> FetchAsync(Fetching fetching, CancellationToken cancellationToken)
    {
        var settings = (KoladaSettings)fetching.Source.Settings;
        var parts = Parts(fetching, settings).ToList();
        // A new year's figures may have come before the year: then all is asked.
        fetching.Building.Select(string.Join(' ', parts.Select(part => $"{part.Indicators}/{part.Years}")));
        if (fetching.Building.ChangesFrom is { } from)
        {
            var (changes, _) = await AskAsync(fetching, parts, part =>
                string.Create(CultureInfo.InvariantCulture, $"/data?kpi_id={part.Indicators}&year={part.Years}&region_type=K&from_date={from:yyyy-MM-dd}"), cancellationToken);
            fetching.Building.Change(changes);
            if (!fetching.Building.WholeIsDue)
            {
                return [];
            }
        }

        var (bodies, answered) = await AskAsync(fetching, parts, part => $"/data/kpi/{part.Indicators}/year/{part.Years}?region_type=K", cancellationToken);
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
        JsonRows.Stage(staged, staged.ToRead.DistinctBy(body => body.Sha256), (_, json) => Rows(json, marks));
    }

    /// <summary>The selection in parts that a question can hold, ids and years each separated by commas.</summary>
    private static IEnumerable<(string Indicators, string Years)> Parts(Fetching fetching, KoladaSettings settings)
    {
        var segment = fetching.Source.Limits.IdsPerSegment ?? MostIdsPerSegment;
        var years = settings.Years.Until(fetching.Now.Year).Select(year => year.ToString(CultureInfo.InvariantCulture));
        return settings.Indicators.Chunk(segment).SelectMany(ids => years.Chunk(segment), (ids, period) => (string.Join(',', ids), string.Join(',', period)));
    }

    /// <returns>The bodies, and the KPIs that had something.</returns>
    private static async Task<(IReadOnlyList<LandedBody> Bodies, IReadOnlySet<string> Answered)> AskAsync(
        Fetching fetching, IReadOnlyList<(string Indicators, string Years)> parts, Func<(string Indicators, string Years), string> question, CancellationToken cancellationToken)
    {
        var bodies = new List<LandedBody>();
        var answered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            await foreach (var (body, values) in KoladaPages.AskAsync(fetching, $"{question(part)}&{KoladaPages.PerPage(fetching)}", cancellationToken))
            {
                bodies.Add(body);
                answered.UnionWith(values.EnumerateArray().Select(item => JsonRows.Text(item, "kpi")).OfType<string>());
            }
        }

        return (bodies, answered);
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
