using System.Globalization;
using System.Text.Json;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Ingestion.Transport;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// Socialstyrelsen's statistics database: <c>/{topic}/resultat/{variable}/{ids}/…</c>, one question a measure and category, pages by
/// <c>nasta_sida</c>. Values are texts with decimal comma, "X" is suppressed. An absent row may be zero: none is made up here.
/// </summary>
internal sealed class Socialstyrelsen : ISourceAdapter
{
    private const int MostRowsPerPage = 5000;
    private const string Absent = "Rader som saknas i Socialstyrelsens svar kan vara noll. / Rows absent from Socialstyrelsen's answer may be zero.";

    public string Name => "socialstyrelsen";

    public bool ReadsFiles => false;

    public IReadOnlyList<string> Datasets => ["authority_figures"];

    public AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => SocialstyrelsenSettings.Read(source["select"]);

    public async Task<IReadOnlyList<LandedBody>> FetchAsync(Fetching fetching, CancellationToken cancellationToken)
    {
        var settings = (SocialstyrelsenSettings)fetching.Source.Settings;
        var perPage = (fetching.Source.Limits.PerPage ?? MostRowsPerPage).ToString(CultureInfo.InvariantCulture);
        var bodies = new List<LandedBody>();
        foreach (var path in settings.Paths(fetching.Now.Year))
        {
            bodies.AddRange(await PagesAsync(fetching, fetching.Address($"{path}?per_sida={perPage}&sida=1"), cancellationToken));
        }

        return bodies;
    }

    public void Stage(StagedRows staged)
    {
        staged.Note(Absent);
        var settings = (SocialstyrelsenSettings)staged.Source.Settings;
        var marks = SourceMarks.Of(staged.Project, Name);
        JsonRows.Stage(staged, staged.Bodies, (body, json) => json.GetProperty("data").EnumerateArray().Select(item => Row(item, body.Origin, settings, marks)));
    }

    private static async Task<List<LandedBody>> PagesAsync(Fetching fetching, Uri first, CancellationToken cancellationToken)
    {
        var bodies = new List<LandedBody>();
        var seen = new HashSet<Uri>();
        var (rows, pages) = (0, 1);
        for (Uri? next = first; next is not null;)
        {
            if (!seen.Add(next))
            {
                throw new SourceException($"{fetching.Source.Source}: nasta_sida leads back to {next}, which was read already.");
            }

            var (body, json) = await fetching.AskAsync(WebRequest.Get(next), cancellationToken);
            if (!json.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
            {
                throw new SourceException($"{fetching.Source.Source}: the answer to {next} has no list 'data'.");
            }

            bodies.Add(body);
            rows += data.GetArrayLength();
            pages = json.TryGetProperty("sidor", out var stated) && stated.TryGetInt32(out var number) ? Math.Max(1, number) : pages;
            next = JsonRows.Text(json, "nasta_sida") is { } address ? Same(fetching.Source, first, address) : null;
        }

        return rows == 0 ? throw new SourceException($"{fetching.Source.Source} answered {first} with no row at all: check the ids under select in {fetching.Source.File}.")
            : bodies.Count != pages ? throw new SourceException($"{fetching.Source.Source} says that {first} has {pages} pages, but {bodies.Count} were to be had.")
            : bodies;
    }

    /// <summary>The links say http:// where the source was asked by https://: the scheme and host of the question are kept.</summary>
    private static Uri Same(SourceDefinition source, Uri asked, string link) => Uri.TryCreate(asked, link, out var address)
        ? new(asked, address.PathAndQuery)
        : throw new SourceException($"{source.Source}: nasta_sida of {asked} is '{link}', which is no address.");

    /// <summary>measure, category, region_type, region_code, year, age_group, sex, value, status.</summary>
    private static IReadOnlyList<string?> Row(JsonElement item, string origin, SocialstyrelsenSettings settings, SourceMarks marks)
    {
        var written = JsonRows.Text(item, "varde");
        var (value, status) = marks.Has(written) ? marks.Meaning(written) : (WrittenNumber.Plain(written), null);
        var region = int.TryParse(Id(settings.Region), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id.ToString("00", CultureInfo.InvariantCulture) : Id(settings.Region);
        return
        [
            Code(settings.Measure), settings.Category is null ? null : settings.CategoryOf(origin), region == "00" ? "country" : "county", region,
            JsonRows.Text(item, "ar"), Code(settings.Age), Code(settings.Sex), value, status,
        ];

        string? Id(SocialstyrelsenVariable variable) => JsonRows.Text(item, variable.Name + "Id");

        // An id that the YAML does not name must not pass for a code of ours.
        string Code(SocialstyrelsenVariable variable) => Id(variable) is { } id && variable.Codes.TryGetValue(id, out var code) ? code : $"id {Id(variable)}";
    }
}
