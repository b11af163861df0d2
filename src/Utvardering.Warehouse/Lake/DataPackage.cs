using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Lake;

/// <summary>
/// What a vintage is and where it came from, as <c>datapackage.json</c>: a Frictionless Data Package v2, with properties of our own
/// (the standard allows them) for retrieval, landing and reading.
/// </summary>
/// <seealso href="https://datapackage.org/standard/data-package/"/>
public sealed record DataPackage
{
    public const string FileName = "datapackage.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    [JsonPropertyName("$schema")]
    public string Profile { get; init; } = "https://datapackage.org/profiles/2.0/datapackage.json";

    /// <summary><c>dataset.source</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The vintage's name.</summary>
    public required string Version { get; init; }

    public required string Title { get; init; }

    /// <summary>When the content was retrieved: the latest of its landings, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    public required IReadOnlyList<DataPackageSource> Sources { get; init; }

    /// <summary>Null when the source states no licence: then only the attribution binds.</summary>
    public IReadOnlyList<DataPackageLicence>? Licenses { get; init; }

    public required IReadOnlyList<DataPackageResource> Resources { get; init; }

    public required string Dataset { get; init; }

    public required string Source { get; init; }

    public required LocalText SourceTitle { get; init; }

    public required LocalText Attribution { get; init; }

    /// <summary>Who made the data known: <c>published</c> by an authority or <c>delivered</c> to us (other rules on the way out).</summary>
    public required string Origin { get; init; }

    /// <summary>SHA-256 of the content: see <see cref="Lake.ContentHash"/>.</summary>
    public required string ContentHash { get; init; }

    public required long RowCount { get; init; }

    /// <summary>Identical rows that came more than once and are kept once.</summary>
    public required long DuplicatesDropped { get; init; }

    /// <summary>True when made up for trials; absent otherwise.</summary>
    public bool? Synthetic { get; init; }

    public required IReadOnlyList<DataPackageLanding> Landing { get; init; }

    /// <summary>The vintage whose rows stand here where the source told of no change; null when all was retrieved.</summary>
    public DataPackageBase? Base { get; init; }

    /// <summary>What the source wants its readers to know (SCB's notes on disclosure control, say) and what was skipped on the way in.</summary>
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>Cells that were corrected between the check and the lake; null when there are none. The content hash is of the corrected rows.</summary>
    public IReadOnlyList<DataPackageCorrection>? Corrections { get; init; }

    /// <summary>For event data: code → first day from which an absent row is a true zero.</summary>
    public IReadOnlyDictionary<string, DateOnly>? Complete { get; init; }

    public static DataPackage Read(string path) =>
        JsonSerializer.Deserialize<DataPackage>(File.ReadAllBytes(path), Options)
        ?? throw new InvalidDataException($"{path} holds no data package.");

    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Options), (byte)'\n'];
}
