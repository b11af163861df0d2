using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Ingestion.Transport;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// SCB's PxWebApi v2: the limit of cells from <c>/config</c>, what there is from the table's metadata, then POSTed questions
/// that each stay within the limit. A table whose <c>updated</c> is that of the vintage that stands is not asked. The table's notes (disclosure control, changes of division) go with the figures.
/// </summary>
internal sealed class ScbPxWebV2 : ISourceAdapter
{
    public string Name => "scb-pxweb-v2";

    public bool ReadsFiles => false;

    public bool KnowsChanges => true;

    public IReadOnlyList<string> Datasets => ["population"];

    public AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => PxWebSettings.Read(source["select"], "json-stat2");

    public async Task<IReadOnlyList<LandedBody>> FetchAsync(Fetching fetching, CancellationToken cancellationToken)
    {
        var settings = (PxWebSettings)fetching.Source.Settings;
        var (_, config) = await fetching.AskAsync(WebRequest.Get(fetching.Address("/config")), cancellationToken);
        if (!config.TryGetProperty("maxDataCells", out var limit) || !limit.TryGetInt64(out var maxCells))
        {
            throw new SourceException($"{fetching.Source.Source}: /config does not say maxDataCells.");
        }

        if (config.TryGetProperty("maxCallsPerTimeWindow", out var calls) && calls.TryGetInt32(out var count) && count > 0
            && config.TryGetProperty("timeWindow", out var window) && window.TryGetDouble(out var seconds) && seconds > 0)
        {
            fetching.Heed(new(count, TimeSpan.FromSeconds(seconds)));
        }

        var (_, metadata) = await fetching.AskAsync(WebRequest.Get(fetching.Address($"/tables/{settings.Table}/metadata?lang=sv")), cancellationToken);
        var municipalities = CodeList.Municipalities(fetching.Project).Codes.ToHashSet(StringComparer.Ordinal);
        var described = PxWebMetadata.Read(fetching.Source, settings.Table, metadata, PxWebMetadata.OfVersion2);
        var question = PxWebQuestion.Of(fetching.Source, settings, described, municipalities, fetching.Now.Year);
        fetching.Building.Select($"{settings.Table} {question.ToJson()}");
        if (fetching.Building.IsUnchanged(JsonRows.Text(metadata, "updated")))
        {
            return [];
        }

        var address = fetching.Address($"/tables/{settings.Table}/data?lang=sv&outputFormat=json-stat2");
        var bodies = new List<LandedBody>();
        foreach (var part in question.Split(maxCells))
        {
            var (body, data) = await fetching.AskAsync(WebRequest.Post(address, part.ToJson()), cancellationToken);
            bodies.Add(body);
            var (first, now) = (JsonRows.Text(metadata, "updated"), JsonRows.Text(data, "updated"));
            if (first is not null && now is not null && first != now)
            {
                throw fetching.Changed($"table {settings.Table} was updated {first} when the retrieval began and {now} in a part of it.");
            }
        }

        return bodies;
    }

    public void Stage(StagedRows staged)
    {
        var settings = (PxWebSettings)staged.Source.Settings;
        var marks = SourceMarks.Of(staged.Project, Name);
        JsonRows.Stage(staged, staged.Bodies.DistinctBy(body => body.Sha256), (_, json) => PxWebPopulation.OfJsonStat(staged, json, settings, marks));
    }
}
