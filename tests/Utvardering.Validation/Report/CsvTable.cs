using System.Globalization;
using System.Text;
using Utvardering.Validation.Simulation;

namespace Utvardering.Validation.Report;

/// <summary>Every figure as CSV, one row for each design, panel and method.</summary>
internal static class CsvTable
{
    private const string Header =
        "design,panel,method,data,replications,undefined,size,size_error,coverage,coverage_error,interval_length_sd,unbounded_intervals,verdict\n";

    public static string Write(IEnumerable<Tally> results) => results
        .Aggregate(new StringBuilder(Header), (text, tally) => text.AppendJoin(
            ',',
            tally.Scenario.Design,
            tally.Scenario.Panel,
            tally.Method.Id,
            $"\"{tally.Method.Data}\"",
            Number(tally.Replications),
            Number(tally.Undefined),
            Share(tally.Size),
            Share(tally.SizeError),
            Share(tally.Coverage),
            Share(tally.CoverageError),
            Share(tally.Length),
            Number(tally.Unbounded),
            Texts.Of(tally.Verdict)).Append('\n'))
        .ToString();

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Share(double value) => double.IsNaN(value) ? "" : value.ToString("F4", CultureInfo.InvariantCulture);
}
