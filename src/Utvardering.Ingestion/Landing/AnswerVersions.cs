using System.Text.Json;
using Utvardering.Ingestion.Transport;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Landing;

/// <summary>
/// <c>landing/&lt;source&gt;/.versions.json</c>: the newest landed body of every question whose source gives versions (ETag, Last-Modified),
/// so that the source need not send again what has not changed.
/// </summary>
internal sealed class AnswerVersions
{
    private readonly string file;
    private readonly Dictionary<string, HeldAnswer> held;
    private readonly Dictionary<string, HeldAnswer> seen = [];

    /// <param name="folder"><c>landing/&lt;source&gt;</c>.</param>
    public AnswerVersions(string folder)
    {
        file = Path.Combine(folder, ".versions.json");
        held = File.Exists(file)
            ? JsonSerializer.Deserialize<List<HeldAnswer>>(File.ReadAllBytes(file), JsonSerializerOptions.Web)!.ToDictionary(answer => answer.Request)
            : [];
    }

    public HeldAnswer? Find(WebRequest request) => held.GetValueOrDefault(request.Key);

    public void Keep(HeldAnswer answer)
    {
        if (answer.Validators is not null)
        {
            seen[answer.Request] = answer;
        }
    }

    /// <summary>Writes what this retrieval saw; questions that are no longer asked fall away.</summary>
    public void Save()
    {
        if (seen.Count > 0)
        {
            var answers = seen.Values.OrderBy(answer => answer.Request, StringComparer.Ordinal);
            DurableFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(answers, JsonSerializerOptions.Web), FaultPlaces.LandingVersions);
        }
        else if (File.Exists(file))
        {
            File.Delete(file);
        }
    }
}
