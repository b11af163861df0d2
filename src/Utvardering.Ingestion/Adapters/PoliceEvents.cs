using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Ingestion.Transport;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// News of events from polisen.se: the latest 500 of each day asked for. Context for readers, never an outcome: which events become
/// news is chosen case by case. The summaries are free text on people's misfortunes and are left in the landing.
/// </summary>
internal sealed partial class PoliceEvents : ISourceAdapter
{
    public string Name => "polisen-events";

    public bool ReadsFiles => false;

    public IReadOnlyList<string> Datasets => ["police_events"];

    public AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields)
    {
        var select = source["select"];
        return select.Done(new PoliceSettings(select["days"].Positive()));
    }

    public async Task<IReadOnlyList<LandedBody>> FetchAsync(Fetching fetching, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(fetching.Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm")).DateTime);
        var bodies = new List<LandedBody>();
        var events = 0;
        for (var back = ((PoliceSettings)fetching.Source.Settings).Days - 1; back >= 0; back--)
        {
            var day = today.AddDays(-back).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var (body, bytes) = await fetching.TakeAsync(WebRequest.Get(fetching.Address($"/events?DateTime={day}")), cancellationToken);
            events += Events(fetching.Source, bytes);
            bodies.Add(body);
        }

        return events > 0 ? bodies : throw new SourceException($"{fetching.Source.Source} has no event at all on the days asked for, which has never been.");
    }

    public void Stage(StagedRows staged)
    {
        var places = PolicePlaces.Of(staged.Project);
        // An event may be told anew between two questions: the last telling stands.
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        JsonRows.Read(staged, staged.Bodies, (body, json) =>
        {
            foreach (var item in json.EnumerateArray())
            {
                last[JsonRows.Text(item, "id") ?? ""] = body.Sha256;
            }
        });
        JsonRows.Stage(staged, staged.Bodies.DistinctBy(body => body.Sha256).Where(body => !staged.Problems.Has(body)), (body, json) => json.EnumerateArray()
            .Where(item => last.GetValueOrDefault(JsonRows.Text(item, "id") ?? "", body.Sha256) == body.Sha256)
            .Select(item => Row(item, places)));
    }

    /// <summary>event_id, published_date, published_time, type, place, county_code, municipality_code.</summary>
    private static IReadOnlyList<string?> Row(JsonElement item, PolicePlaces places)
    {
        var published = JsonRows.Text(item, "datetime") ?? "";
        var time = Published().Match(published);
        var name = JsonRows.Text(item, "name") ?? "";
        var location = item.TryGetProperty("location", out var place) ? JsonRows.Text(place, "name") : null;
        var (county, municipality) = places.Find(location, name.Split(", ")[^1]);
        return
        [
            JsonRows.Text(item, "id"),
            time.Success ? time.Groups[1].Value : published,
            time.Success ? time.Groups[2].Value.PadLeft(8, '0') : published,
            JsonRows.Text(item, "type"), location, county, municipality,
        ];
    }

    private static int Events(SourceDefinition source, byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.GetArrayLength();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new SourceException($"{source.Source} answered with something that is no list of events: {System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(300, bytes.Length)))}", error);
        }
    }

    // "2023-04-20 9:05:01 +02:00": the hour comes with one digit before ten.
    [GeneratedRegex(@"\A([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{1,2}:[0-9]{2}:[0-9]{2}) [+-][0-9]{2}:[0-9]{2}\z")]
    private static partial Regex Published();
}
