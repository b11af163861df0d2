using System.Globalization;
using Utvardering.Pipeline.Tracing;
using Utvardering.Testing;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Tests;

/// <summary>From a figure of the report back to the landed files.</summary>
public sealed partial class SampleRunTests
{
    [FactNeeding("node")]
    public void An_effect_is_traced_to_plan_registry_columns_vintages_and_files()
    {
        var trace = Trace("effect:fire:vs-bra");

        Assert.Empty(trace.Notes);
        Assert.Equal("effects", Assert.Single(trace.Figures).Table);
        Assert.Equal(("bra:reported:1210", "pilot"), ((string)trace.Outcome!["indicator_id"]!, (string)trace.Design!["treated_group"]!));
        var (file, line) = (trace.Indicator!.Place.Split(':')[0], int.Parse(trace.Indicator.Place.Split(':')[1], CultureInfo.InvariantCulture));
        Assert.Contains("bra:reported:1210", File.ReadLines(Path.Combine(Repository.Root, file)).ElementAt(line - 1), StringComparison.Ordinal);
        var columns = trace.Columns.SelectMany(Below).Select(column => column.Column.ToString()).ToList();
        Assert.All(["marts.municipality_series.value", "core.observation.value", "staging.offence_cell.count", "lake.reported_offences.count", "lake.population.population", "registry.indicator.per"], column => Assert.Contains(column, columns));
        Assert.DoesNotContain(columns, column => column.StartsWith("lake.deliveries", StringComparison.Ordinal) || column.StartsWith("lake.indicator_values", StringComparison.Ordinal));
    }

    [FactNeeding("node")]
    public void Its_vintages_are_the_lakes_and_its_files_hash_to_their_names()
    {
        var trace = Trace("effect:fire:vs-bra");

        Assert.Equal(["reported_offences bra-sol", "peer_municipalities kolada-peers", "population scb-population"], trace.Vintages.Select(vintage => $"{vintage.Dataset} {vintage.Source}"));
        Assert.All(trace.Vintages, vintage => Assert.Equal(DataPackage.Read(Path.Combine(made.Data.Path, vintage.Package!)).ContentHash, vintage.ContentHash));
        Assert.All(trace.Vintages.SelectMany(vintage => vintage.Landing), file => Assert.Equal(file.Sha256, DurableFile.Sha256(Path.Combine(made.Data.Path, file.File!))));
        Assert.Equal(trace.Vintages[0].FigureRows, trace.Vintages[0].Landing.Sum(file => file.Rows));
    }

    [FactNeeding("node")]
    public void A_cell_of_a_mart_is_traced_to_its_own_line_in_the_landed_file()
    {
        var trace = Trace("marts.municipality_series:bra:reported:1210:0380:2023-10");

        var file = Assert.Single(trace.Vintages[0].Landing);
        Assert.Equal((1L, file.FirstRow), (file.Rows!.Value, file.LastRow));
        var line = File.ReadLines(Path.Combine(made.Data.Path, file.File!), System.Text.Encoding.Latin1).ElementAt((int)file.FirstRow!.Value - 1);
        Assert.Matches(string.Create(CultureInfo.InvariantCulture, $"^Uppsala kommun;1210 .*;2023;Okt;{trace.Figures[0].Values!["numerator"]};"), line);
    }

    [FactNeeding("node")]
    public void A_chart_is_all_its_rows_and_a_table_without_ids_is_named_by_its_keys()
    {
        var (chart, trend) = (Trace("event:fire:vs-bra"), Trace("group_trend:fire:pilot"));

        Assert.True(chart.Count > 20);
        Assert.All(chart.Figures, figure => Assert.StartsWith("event:fire:vs-bra:20", figure.Id, StringComparison.Ordinal));
        Assert.All(trend.Figures, figure => Assert.Equal("pilot", figure.Values!["group_id"]));
        Assert.Equal("bra:reported:1210", trend.Indicator!.Id);
    }

    [FactNeeding("node")]
    public void What_was_not_released_is_traced_without_its_values()
    {
        var trace = Trace("marts.municipality_series:delivery:re_referral:1490:2023-01-01");

        Assert.Null(Assert.Single(trace.Figures).Values);
        Assert.Contains("1 of the figures were not released", Assert.Single(trace.Notes), StringComparison.Ordinal);
        Assert.Equal("deliveries", trace.Vintages[0].Dataset);
        Assert.NotEmpty(trace.Vintages[0].Landing);
    }

    [FactNeeding("node")]
    public void An_id_that_names_nothing_is_told_with_those_near_it()
        => Assert.Contains("Near: effect:fire:vs-bra, ", Assert.Throws<InputException>(() => Trace("effect:fire:vs-bro")).Message, StringComparison.Ordinal);

    [FactNeeding("node")]
    public void An_id_of_several_indicators_is_too_short()
        => Assert.Contains("Add to the id.", Assert.Throws<InputException>(() => Trace("marts.data_quality")).Message, StringComparison.Ordinal);

    private Trace Trace(string id) => new Tracer(Runner.Project, made.Data.Path).Find(id, made.Run.RunId);

    private static IEnumerable<TracedColumn> Below(TracedColumn column) => column.From.SelectMany(Below).Prepend(column);
}
