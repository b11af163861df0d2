using System.Text.Json;
using Utvardering.Ingestion.Adapters;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.RealFiles;

/// <summary>SCB's recorded answers in ../shared/data/scb/v2.</summary>
public sealed class ScbFilesTests
{
    private static readonly string Folder = Path.Combine(Repository.Shared, "data", "scb", "v2");

    [SharedDataFact]
    public void A_recorded_answer_has_its_cells_in_the_order_of_its_dimensions()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "TAB6471_data.json")));
        var values = json.RootElement.GetProperty("value").EnumerateArray().Select(value => value.GetInt64()).ToArray();
        var cells = JsonStat.Cells(json.RootElement).ToList();
        // 21 regions × 11 ages × 3 sexes × 1 content × 4 months.
        Assert.Equal(21 * 11 * 3 * 4, cells.Count);
        Assert.Equal(values.Sum(), cells.Sum(cell => long.Parse(cell.Value!, null)));
        var region = cells[0].Codes["Region"];
        // In each region, age and month the men and the women are all of them, but for the noise of the Cell Key Method.
        foreach (var group in cells.Where(cell => cell.Codes["Region"] == region).GroupBy(cell => (cell.Codes["Alder"], cell.Codes["Tid"])))
        {
            var bySex = group.ToDictionary(cell => cell.Codes["Kon"], cell => long.Parse(cell.Value!, null));
            Assert.InRange(bySex["TotSa"] - bySex["1"] - bySex["2"], -20, 20);
        }
    }

    [SharedDataFact]
    public void A_recorded_answer_s_notes_tell_of_the_noise()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "TAB6471_data.json")));
        var notes = JsonStat.Notes(json.RootElement);
        Assert.Equal(4, notes.Count);
        Assert.Contains(notes, note => note.Contains("Cell Key Method", StringComparison.Ordinal));
    }

    [SharedDataFact]
    public void Recorded_metadata_says_what_may_be_left_out()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "TAB6471_metadata.json")));
        var variables = PxWebMetadata.OfVersion2(json.RootElement).Variables.ToDictionary(variable => variable.Code, StringComparer.Ordinal);
        Assert.Equal([312, 134, 3, 1, 16], new[] { "Region", "Alder", "Kon", "ContentsCode", "Tid" }.Select(code => variables[code].Codes.Count));
        Assert.Equal((true, false), (variables["Kon"].CanBeLeftOut, variables["Alder"].CanBeLeftOut));
    }
}
