using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utvardering.Ingestion.Sources;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.SourceStates;

/// <summary>The last state of each source, for those who watch the feeds. The lake does not depend on it: lost, it is made again by the next attempt.</summary>
/// <param name="dataRoot">The data root.</param>
public sealed class SourceStateStore(string dataRoot)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly string folder = Path.Combine(Path.GetFullPath(dataRoot), "sources");

    /// <summary>The source's state, or null when it was never tried.</summary>
    public SourceState? Read(string source) => File.Exists(FileOf(source))
        ? JsonSerializer.Deserialize<SourceState>(File.ReadAllBytes(FileOf(source)), Options)
        : null;

    /// <summary>Keeps how an attempt went.</summary>
    public void Record(SourceDefinition source, DateTimeOffset time, IngestOutcome outcome)
    {
        var before = Read(source.Source);
        var how = outcome switch
        {
            { Refused.Count: > 0 } => SourceOutcome.Refused,
            { IsNew: true } => SourceOutcome.NewVintage,
            { RowsAccepted: > 0 } => SourceOutcome.Unchanged,
            _ => SourceOutcome.Nothing,
        };
        Write(new()
        {
            Source = source.Source,
            Dataset = source.Dataset,
            LastAttempt = time,
            Outcome = how,
            LastSuccess = how == SourceOutcome.Refused ? before?.LastSuccess : time,
            Rows = how == SourceOutcome.Refused ? before?.Rows : outcome.RowsAccepted,
            ChangesFrom = outcome.ChangesFrom,
            UnchangedSince = outcome.UnchangedSince,
            Warnings = outcome.Warnings,
            LastError = how == SourceOutcome.Refused
                ? new(time, $"{outcome.Refused.Count} file(s) were refused; what is wrong stands in {outcome.Refused[0].ReportFile}.")
                : before?.LastError,
        });
    }

    /// <summary>Keeps that an attempt failed, and why.</summary>
    public void Record(SourceDefinition source, DateTimeOffset time, Exception fault)
    {
        var before = Read(source.Source);
        Write(new()
        {
            Source = source.Source,
            Dataset = source.Dataset,
            LastAttempt = time,
            Outcome = SourceOutcome.Failed,
            LastSuccess = before?.LastSuccess,
            Rows = before?.Rows,
            LastError = new(time, fault.Message),
        });
    }

    private void Write(SourceState state)
    {
        DurableFile.CreateFolder(folder);
        DurableFile.Write(FileOf(state.Source), [.. JsonSerializer.SerializeToUtf8Bytes(state, Options), (byte)'\n'], FaultPlaces.SourceState);
    }

    private string FileOf(string source) => Path.Combine(folder, source + ".json");
}
