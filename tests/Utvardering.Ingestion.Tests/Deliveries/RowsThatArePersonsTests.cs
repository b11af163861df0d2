using System.Text.Json.Nodes;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Deliveries.Gate;
using Utvardering.Ingestion.Deliveries.Reading;
using Utvardering.Ingestion.PersonalData;
using Utvardering.Ingestion.Schemas;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Deliveries;

/// <summary>A contract of rows that are persons: groups by its quasi-identifiers smaller than k refuse the file.</summary>
public class RowsThatArePersonsTests
{
    private const string Header = "kommunkod;kvartal;åldersgrupp;kön;mått;antal;av\n";

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    public void A_group_of_k_rows_passes_and_a_smaller_one_does_not(int rows, bool passes)
    {
        var report = Judge(Header + string.Concat(Enumerable.Repeat("1490;2024K1;13-15;flickor;orosanmalningar;1;\n", rows)));
        Assert.Equal(passes, report.Passed);
        Assert.Equal(passes ? 0 : 1, report.ByKind.GetValueOrDefault(FindingKind.SmallGroup));
    }

    [Fact]
    public void The_groups_are_those_of_the_contract()
    {
        // Quarter and measure are no quasi-identifiers of this contract: the five rows are one group.
        var report = Judge(Header + string.Concat(Enumerable.Range(1, 4).Append(1).Select(quarter => $"1490;2024K{quarter};13-15;flickor;orosanmalningar;1;\n")));
        Assert.True(report.Passed);
    }

    private static GateReport Judge(string text)
    {
        var project = new ProjectFolder(Repository.Root);
        var schema = SchemaReader.Read(project, "deliveries");
        var delivery = schema.Json["delivery"]!;
        (delivery["rows"], delivery["quasiIdentifiers"], delivery["k"]) = ("persons", new JsonArray("municipality_code", "age_group", "sex"), 5);
        var contract = ContractReader.Read(project, schema);
        var file = DeliveredFileReader.Read(System.Text.Encoding.UTF8.GetBytes(text), contract, declared: null);
        return new DeliveryScan(contract, PersonalData.Gate.Today).Judge("1490.csv", file);
    }
}
