using System.Text.Json;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Runs;

/// <summary>From what, by what and how a run was made: <c>provenance.json</c>. The one file of a run that names clock times.</summary>
internal static class Provenance
{
    private const string FileName = "provenance.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string folder, RunInputs inputs, string plan, string? mark)
    {
        var document = new RunProvenance(
            inputs.RunId,
            inputs.Profile,
            mark,
            plan,
            inputs.ProgramVersion,
            inputs.PipelinesHash,
            inputs.DataSchemaHash,
            [.. inputs.Vintages.Select(vintage =>
            {
                var package = vintage.ReadPackage();
                return new UsedVintage(vintage.Dataset, vintage.Source, vintage.Name.ToString(), vintage.Before()?.Name.ToString(), package.ContentHash, package.RowCount, package.Landing);
            })],
            [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
                .Order(StringComparer.Ordinal)
                .Select(relative => new MadeFile(relative, DurableFile.Sha256(Path.Combine(folder, relative))))]);
        DurableFile.Write(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(document, Options), FaultPlaces.RunProvenance);
    }

    public static RunProvenance Read(string folder) => JsonSerializer.Deserialize<RunProvenance>(File.ReadAllBytes(Path.Combine(folder, FileName)), Options)
        ?? throw new InvalidDataException($"{Path.Combine(folder, FileName)} holds no provenance.");
}
