#!/usr/bin/env dotnet
#:property PublishAot=false
#:project ../src/Utvardering.Disclosure/Utvardering.Disclosure.csproj
#:project ../src/Utvardering.Statistics/Utvardering.Statistics.csproj

// What a researcher opens first: read a run's released tables, and make its first estimate again from them.
//
//   dotnet run notebooks/first-look.cs [data root]        (default: data/sample, made by README's first command)
//
// Everything here reads released tables only. Change the indicator, the groups or the windows and try another question.

using System.Globalization;
using System.Text.Json;
using Utvardering.Disclosure;
using Utvardering.Disclosure.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var data = args.Length > 0 ? args[0] : Path.Combine("data", "sample");
using var latest = JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "runs", "latest.json")));
var run = latest.RootElement.GetProperty("run").GetString()!;
var released = new ReleasedTables(Path.Combine(data, "runs", run, "released"));

// 1. What did the run find?
foreach (var mark in released.Read<RunRow>("run").Select(row => row.MarkEn).OfType<string>())
{
    Console.WriteLine(mark);
}

Console.WriteLine($"Run {run}\n");
foreach (var row in released.Read<EffectRow>("effects").Where(row => row.DesignId == "vs-bra"))
{
    Console.WriteLine($"{row.OutcomeId,-26} {row.Estimate,8:F3}  [{row.Low:F3}; {row.High:F3}]  p = {row.PValue:F3}, {row.TreatedUnits} against {row.ControlUnits}");
}

// 2. The same again from the released series, by hand.
const string Outcome = "fire";
var reported = released.Read<EffectRow>("effects").Single(row => row.OutcomeId == Outcome && row.DesignId == "vs-bra");
var groups = released.Read<MunicipalityTrendRow>("municipality_trend").Where(row => row.OutcomeId == Outcome).ToLookup(row => row.GroupId, row => row.MunicipalityCode);
var units = groups["pilot"].Concat(groups["bra-supported"]).ToHashSet();
var panel = Panel.FromObservations(
    PeriodGrain.Month,
    released.Read<Cell>("marts.municipality_series")
        .Where(cell => cell.IndicatorId == reported.IndicatorId && units.Contains(cell.MunicipalityCode) && cell.PeriodStart >= reported.BeforeFrom)
        .Select(cell => new PanelObservation(cell.MunicipalityCode, cell.PeriodStart, cell.Numerator ?? double.NaN, cell.Denominator)),
    rateScale: 100_000);
var estimate = TwoByTwo.Estimate(
    panel,
    groups["pilot"].ToHashSet(),
    before: new PeriodWindow(reported.BeforeFrom!.Value, reported.BeforeTo!.Value),
    after: new PeriodWindow(reported.AfterFrom!.Value, reported.AfterTo!.Value));
var inference = RandomisationInference.DifferenceInMeans(estimate, new RandomisationOptions { Alpha = 0.05 });
Console.WriteLine($"\n{Outcome}, made again: {inference.Estimate:F3}  [{inference.Interval.Low:F3}; {inference.Interval.High:F3}]  p = {inference.Test.PTwoSided:F3} over {inference.Test.AssignmentCount} choices");
Console.WriteLine(Math.Abs(inference.Estimate - reported.Estimate!.Value) < 1e-9 ? "The same as the report's." : "NOT the report's figure: what differs?");
return Math.Abs(inference.Estimate - reported.Estimate!.Value) < 1e-9 ? 0 : 1;

/// <summary>A cell of the released series.</summary>
internal sealed record Cell
{
    public required string IndicatorId { get; init; }
    public required string MunicipalityCode { get; init; }
    public DateOnly PeriodStart { get; init; }
    public double? Numerator { get; init; }
    public double? Denominator { get; init; }
}
