using System.Collections.Immutable;
using System.Globalization;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.SyntheticControl;

namespace Utvardering.Statistics.Tests.SyntheticControl;

/// <summary>Kansas' tax cuts of 2012: 50 states, quarters 1990–2016 numbered from 1, log of product per inhabitant.</summary>
internal static class Kansas
{
    /// <summary>The second quarter of 2012.</summary>
    public const int Start = (22 * 4) + 2;

    private static readonly Oracle Case = new("12_augsynth_kansas");

    public static CohortPanel Panel() => CohortPanel.FromRows(Case.Rows().Select(
        row => new CohortPanelRow(row["fips"], Quarter(row), Oracle.Number(row["lngdpcapita"])) { Cohort = row["fips"] == "20" ? Start : null }));

    /// <summary>The vignette's covariates: means over the quarters before treatment that have them.</summary>
    public static PredictorTable Covariates()
    {
        (string Name, Func<double, double> Change)[] columns =
            [("lngdpcapita", x => x), ("revstatecapita", Math.Log), ("revlocalcapita", Math.Log), ("avgwklywagecapita", Math.Log), ("estabscapita", x => x), ("emplvlcapita", x => x)];
        return PredictorTable.Of(
            [.. columns.Select(column => column.Name)],
            Case.Rows().Where(row => Quarter(row) < Start).GroupBy(row => row["fips"]).Select(state => KeyValuePair.Create(
                state.Key,
                columns.Select(column => state.Select(row => row[column.Name]).Where(text => text.Length > 0).Average(text => column.Change(Oracle.Number(text)))).ToImmutableArray())));
    }

    /// <summary>How the file writes a quarter: 2012.25 for the second of 2012.</summary>
    public static string Key(int quarter) => (1990 + ((quarter - 1) / 4.0)).ToString(CultureInfo.InvariantCulture);

    private static int Quarter(Dictionary<string, string> row) => ((int)Oracle.Number(row["year"]) * 4) + (int)Oracle.Number(row["qtr"]) - (1990 * 4);
}
