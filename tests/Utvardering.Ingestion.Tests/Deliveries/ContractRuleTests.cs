using System.Text.Json;

namespace Utvardering.Ingestion.Tests.Deliveries;

/// <summary>The rules across columns and rows of the deliveries' contract, each broken once.</summary>
public sealed class ContractRuleTests : IDisposable
{
    private readonly Bench bench = new();

    [Theory]
    [InlineData("1490;2024K1;13-15;pojkar;orosanmalningar;;;;", "numerator_where_measure_has_one")]
    [InlineData("1490;2024K1;13-15;pojkar;utredningstid_median;;3;40;104,5", "numerator_where_measure_has_one")]
    [InlineData("1490;2024K1;13-15;pojkar;utredningstid_median;;;;104,5", "denominator_where_measure_has_one")]
    [InlineData("1490;2024K1;13-15;pojkar;utredningstid_median;;;40;", "value_where_measure_has_one")]
    [InlineData("1490;2024K1;13-15;pojkar;orosanmalningar;;3;;104,5", "value_where_measure_has_one")]
    [InlineData("1490;2024K1;13-15;pojkar;utredningstid_median;;;0;104,5", "value_over_somebody")]
    [InlineData("1490;2024K1;13-15;pojkar;insatsintensitet;;;40;169", "hours_of_a_week")]
    [InlineData("1490;2024K1;13-15;pojkar;strukturerad_bedomning;;5;40;", "instrument_where_measure_has_one")]
    [InlineData("1490;2024K1;13-15;pojkar;orosanmalningar;SAVRY;5;;", "instrument_where_measure_has_one")]
    [InlineData("1490;2024K1;12–25 år;pojkar;orosanmalningar;;5;;", "age_group_of_the_municipality")]
    [InlineData("1490;2024K1;13-15;pojkar;avslutade_utredningar;;39;;|1490;2024K1;13-15;pojkar;utredningar_inom_fyra_manader;;30;40;", "out_of_investigations_closed")]
    [InlineData("1490;2024K1;13-15;pojkar;aterkommande_6_manader;;8;40;|1490;2024K1;13-15;pojkar;aterkommande_12_manader;;7;40;", "twelve_months_at_least_six")]
    public async Task A_broken_rule_is_reported(string rows, string rule)
    {
        bench.Put("deliveries/1490.csv", DeliveryRows.File(rows.Split('|')));
        var report = Path.ChangeExtension(Assert.Single((await bench.IngestAsync("deliveries")).Refused).ReportFile, ".json");
        Assert.Equal([rule], JsonDocument.Parse(File.ReadAllText(report)).RootElement.GetProperty("byRule").EnumerateObject().Select(count => count.Name));
    }

    [Fact]
    public async Task Every_measure_of_the_contract_goes_in()
    {
        string[] rows =
        [
            "1480;2024K1;13-15;flickor;orosanmalningar;;50;;", "1480;2024K1;13-15;flickor;inledda_utredningar;;41;;", "1480;2024K1;13-15;flickor;avslutade_utredningar;;40;;",
            "1480;2024K1;0-20;samtliga;utredningstid_median;;;40;104,5", "1480;2024K1;13-15;flickor;utredningar_inom_fyra_manader;;30;40;",
            "1480;2024K1;13-15;flickor;strukturerad_bedomning;SAVRY;12;40;", "1480;2024K1;16-17;flickor;strukturerad_bedomning;;0;40;",
            "1480;2024K1;13-15;samtliga;sig_startade;;2;;", "1480;2024K1;13-15;samtliga;sig_pagaende;;7;;", "1480;2024K1;13-15;samtliga;sspf_startade;;3;;",
            "1480;2024K1;13-15;samtliga;sspf_pagaende;;9;;", "1480;2024K1;0-20;samtliga;tid_till_forsta_insats_median;;;22;17", "1480;2024K1;0-20;samtliga;insatsintensitet;;;31;2,5",
            "1480;2024K1;13-15;flickor;aterkommande_6_manader;;8;40;", "1480;2024K1;13-15;flickor;aterkommande_12_manader;;11;40;", "1480;2024K1;13-15;flickor;bup_samverkansarenden;;6;;",
            "1480;2024K1;12–25 år;samtliga;sig_pagaende;;14;;", "1480;2024K1;0-20;samtliga;avslutade_utredningar;;40;;", "1480;2024K2;0-20;samtliga;utredningstid_median;;;0;",
        ];
        bench.Put("deliveries/1480.csv", DeliveryRows.File(rows));
        var outcome = await bench.IngestAsync("deliveries");
        Assert.Empty(outcome.Refused.Select(refused => File.ReadAllText(refused.ReportFile)));
        Assert.Equal(rows.Length, outcome.RowsAccepted);
        var measures = bench.Rows(outcome.Vintage!, "select distinct measure from vintage order by 1");
        Assert.Equal(Schemas().Order(StringComparer.Ordinal), measures);
    }

    public void Dispose() => bench.Dispose();

    private IEnumerable<string> Schemas() => Ingestion.Schemas.CodeList.Read(bench.Project, "delivery-measure").Codes;
}
