using System.Text.Json;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Runs;

/// <summary>From what, by what and how a run was made: <c>provenance.json</c>. The one file of a run that names clock times.</summary>
internal static class Provenance
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string folder, RunInputs inputs, string plan, string? mark)
    {
        var document = new
        {
            inputs.RunId,
            inputs.Profile,
            Mark = mark,
            Plan = plan,
            inputs.ProgramVersion,
            inputs.PipelinesHash,
            inputs.DataSchemaHash,
            Vintages = inputs.Vintages.Select(vintage =>
            {
                var package = vintage.ReadPackage();
                return new { vintage.Dataset, vintage.Source, Name = vintage.Name.ToString(), Before = vintage.Before()?.Name.ToString(), package.ContentHash, package.RowCount, package.Landing };
            }),
            Files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
                .Order(StringComparer.Ordinal)
                .Select(relative => new { Path = relative, Sha256 = DurableFile.Sha256(Path.Combine(folder, relative)) }),
        };
        DurableFile.Write(Path.Combine(folder, "provenance.json"), JsonSerializer.SerializeToUtf8Bytes(document, Options), FaultPlaces.RunProvenance);
    }
}
