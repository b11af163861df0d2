using Utvardering.Ingestion.Schemas;
using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Tests.Checks;

/// <summary>Foreign keys to other registries than the municipalities.</summary>
public sealed class RegistryKeyTests : IDisposable
{
    private readonly House house = new("municipality_groups", "municipality_code", "municipality", "skr_group");

    [Theory]
    [InlineData("programmes", "bra-stod", "forstarkningsteam")]
    [InlineData("strands", "assessment", "local_ways_of_working")]
    [InlineData("counties", "01", "25")]
    [InlineData("documents", "bra-2023", "statsbidrag")]
    [InlineData("groups", "pilot", "never-treated")]
    [InlineData("indicators", "bra:reported:1210", "kolada:N07403")]
    public async Task A_value_must_stand_in_the_registry(string registry, string good, string alsoGood)
    {
        Refer(registry);
        var outcome = await house.IngestAsync($"municipality_code,municipality,skr_group\n1490,{good},B3\n0380,nosuch,B3\n");
        Assert.Contains($"Rad 3, kolumn municipality, värde \"nosuch\": Värdet finns inte i registret ({registry}).", Bench.Report(outcome), StringComparison.Ordinal);
        Assert.True((await house.IngestAsync($"municipality_code,municipality,skr_group\n1490,{good},B3\n0380,{alsoGood},B3\n", day: 1)).IsNew);
        Assert.Equal("[1490]", $"[{string.Join(' ', house.Rows(house.Lake.Vintages("municipality_groups")[0], $"select municipality_code from vintage where municipality = '{good}'"))}]");
    }

    [Fact]
    public void A_registry_that_is_none_is_told_with_those_there_are()
    {
        Refer("planets");
        Assert.Contains("municipalities, counties, programmes", Assert.Throws<InputException>(() => SchemaReader.Read(house.Project, "municipality_groups")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => house.Dispose();

    private void Refer(string registry) => house.Edit("data-schema/municipality_groups/schema.json", text => text.Replace(
        "\"foreignKeys\": [",
        "\"foreignKeys\": [{\"fields\": [\"municipality\"], \"reference\": {\"resource\": \"" + registry + "\", \"fields\": [\"id\"]}},",
        StringComparison.Ordinal));
}
