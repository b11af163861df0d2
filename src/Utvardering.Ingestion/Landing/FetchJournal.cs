using System.Text.Json;
using Utvardering.Ingestion.Transport;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Landing;

/// <summary>
/// <c>landing/&lt;source&gt;/.fetch.jsonl</c>: what an unfinished retrieval has got so far, a line an answer, so that the next one goes on
/// where it was. A finished retrieval has no journal.
/// </summary>
/// <remarks>Lines are added and synced one by one: the cost of an answer does not grow with those before it. A line that a crash cut is not counted.</remarks>
internal sealed class FetchJournal
{
    /// <summary>Older answers are not put together with new ones.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly string file;
    private readonly Dictionary<string, HeldAnswer> earlier = [];

    /// <param name="folder"><c>landing/&lt;source&gt;</c>.</param>
    /// <param name="now">By the transport's clock, as the times in the journal.</param>
    public FetchJournal(string folder, DateTimeOffset now)
    {
        file = Path.Combine(folder, ".fetch.jsonl");
        if (!File.Exists(file))
        {
            return;
        }

        foreach (var answer in Read())
        {
            earlier[answer.Request] = answer;
        }

        if (earlier.Values.Any(answer => now - answer.Retrieved >= Lifetime || answer.Retrieved > now))
        {
            Clear();
        }
    }

    /// <summary>What the interrupted retrieval got to the same question; null when it had not come so far.</summary>
    public HeldAnswer? Find(WebRequest request) => earlier.GetValueOrDefault(request.Key);

    public void Add(HeldAnswer answer)
    {
        var isNew = !File.Exists(file);
        using (var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read))
        {
            JsonSerializer.Serialize(stream, answer, JsonSerializerOptions.Web);
            stream.Write("\n"u8);
            stream.Flush(flushToDisk: true);
        }

        if (isNew)
        {
            DurableFile.SyncFolder(Path.GetDirectoryName(file)!);
        }

        FaultPoint.Reach(FaultPlaces.LandingJournal);
    }

    /// <summary>The retrieval is over, or what it got can't be used.</summary>
    public void Clear()
    {
        earlier.Clear();
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }

    private List<HeldAnswer> Read()
    {
        var bytes = File.ReadAllBytes(file);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        if (whole < bytes.Length)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
            stream.SetLength(whole);
        }

        var answers = new List<HeldAnswer>();
        foreach (var line in bytes.AsSpan(0, whole).Split((byte)'\n'))
        {
            if (bytes.AsSpan(line) is { Length: > 0 } json)
            {
                answers.Add(JsonSerializer.Deserialize<HeldAnswer>(json, JsonSerializerOptions.Web)!);
            }
        }

        return answers;
    }
}
