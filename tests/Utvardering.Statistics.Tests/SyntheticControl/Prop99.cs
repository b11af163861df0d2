using System.Text.Json;
using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.Tests.SyntheticControl;

/// <summary>California's tobacco programme of 1989: 39 states, 1970–2000, packs of cigarettes sold per inhabitant.</summary>
internal static class Prop99
{
    public const int Start = 1989;

    public static CohortPanel Panel(params string[] treated) => CohortPanel.FromRows(
        new Oracle("01_prop99").Rows().Select(row => new CohortPanelRow(row["state"], int.Parse(row["year"], System.Globalization.CultureInfo.InvariantCulture), Oracle.Number(row["packs_per_capita"]))
        {
            Cohort = treated.Contains(row["state"]) ? Start : null,
        }));

    public static CohortPanel California() => Panel("California");

    /// <summary>Weights by name: those that the file does not mention are zero.</summary>
    public static void WeightsNear(JsonElement expected, IEnumerable<(string Name, double Weight)> actual, double tolerance)
    {
        foreach (var (name, weight) in actual)
        {
            Assertion.Near(expected.TryGetProperty(name, out var value) ? Oracle.Number(value) : 0, weight, tolerance);
        }
    }
}
