using System.Text.Json.Nodes;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Deliveries.Template;
using Utvardering.Ingestion.Schemas;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Audit;

namespace Utvardering.Ingestion.Tests.Deliveries;

/// <summary>A dataset whose contract says that rows are persons, all the way: a log of support with a row a young person.</summary>
public sealed class PersonsContractTests : IDisposable
{
    private const string Header = "löpnr;kommunkod;månad;område;slag;timmar\n";

    private readonly House house = new("support_log", "municipality_code");

    public PersonsContractTests()
    {
        house.Deliver("support_log");
        house.Edit("data-schema/support_log/schema.json", text =>
        {
            var schema = JsonNode.Parse(text)!;
            (schema["delivery"]!["rows"], schema["delivery"]!["quasiIdentifiers"], schema["delivery"]!["k"]) = ("persons", new JsonArray("municipality_code", "month", "strand"), 5);
            schema["fields"]!.AsArray().Insert(0, JsonNode.Parse("""
                {"name": "person", "type": "integer", "title": "Running number", "titleSv": "Löpnummer", "description": "1, 2, 3 …, of no other use.",
                 "descriptionSv": "1, 2, 3 …", "heading": "löpnr", "example": "1", "constraints": {"required": true, "minimum": 1, "maximum": 100000}}
                """));
            schema["primaryKey"] = new JsonArray("person", "municipality_code", "month");
            return schema.ToJsonString();
        });
    }

    [Fact]
    public async Task Groups_of_five_go_in_with_a_row_a_person()
    {
        var outcome = await house.IngestAsync(Header + Persons(1, 5, "0380;2024-03;assessment") + Persons(6, 7, "1490;2024-03;assessment"));
        Assert.Empty(outcome.Refused.Select(refused => File.ReadAllText(refused.ReportFile)));
        Assert.Equal(12, outcome.RowsAccepted);
    }

    [Fact]
    public async Task One_group_below_five_refuses_the_whole_file_with_place_and_kind_and_no_value()
    {
        var outcome = await house.IngestAsync(Header + Persons(1, 5, "0380;2024-03;assessment") + Persons(6, 4, "1490;2024-03;welfare_crime"));
        var refused = Assert.Single(outcome.Refused);
        Assert.NotNull(refused.PersonalData);
        Assert.Null(outcome.Vintage);
        Assert.Empty(DataTree.Files(Path.Combine(house.DataRoot, "landing")));

        var report = File.ReadAllText(refused.ReportFile);
        Assert.Contains("Rad 7, kolumn kommunkod, månad, område: Raden hör till en grupp med så få personer att någon kan kännas igen.", report, StringComparison.Ordinal);
        Assert.DoesNotContain("welfare_crime", report, StringComparison.Ordinal);
        var entry = Assert.Single(new AuditLog(Path.Combine(house.DataRoot, "audit"), house.Clock).Read());
        Assert.Equal("small-group:1", entry.Event.Reasons[0]);
    }

    [Fact]
    public async Task Rows_of_a_group_that_is_written_in_two_ways_are_counted_apart()
    {
        // As the sender wrote them: a difference makes groups smaller, never larger.
        var outcome = await house.IngestAsync(Header + Persons(1, 3, "0380;2024-03;assessment") + Persons(4, 3, "0380 Uppsala;2024-03;assessment"));
        Assert.NotNull(Assert.Single(outcome.Refused).PersonalData);
    }

    [Fact]
    public async Task Another_k_is_another_contract_and_another_decision()
    {
        var file = Header + Persons(1, 4, "0380;2024-03;assessment");
        await house.IngestAsync(file);
        await house.IngestAsync(file, day: 1);
        house.Edit("data-schema/support_log/schema.json", text => text.Replace("\"k\":5", "\"k\":6", StringComparison.Ordinal));
        await house.IngestAsync(file, day: 2);
        Assert.Equal(2, new AuditLog(Path.Combine(house.DataRoot, "audit"), house.Clock).Read().Count());
    }

    [Fact]
    public void The_guide_tells_the_sender() => Assert.Contains(
        "minst 5 rader är lika i `kommunkod`, `månad`, `område`", ContractGuide.Write(Contract()), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"rows\":\"persons\"", "\"rows\":\"people\"", "must say groups")]
    [InlineData("\"k\":5", "\"k\":4", "must be 5 or more")]
    [InlineData("\"municipality_code\",\"month\",\"strand\"],\"k\"", "\"municipality_code\",\"sex\"],\"k\"", "'sex', which is no field")]
    [InlineData("\"rows\":\"persons\"", "\"rows\":\"groups\"", "are for rows that are persons")]
    [InlineData("[\"person\",\"municipality_code\",\"month\"]", "[\"municipality_code\",\"month\"]", "a field that is no quasi-identifier")]
    public void A_contract_that_does_not_hold_together_is_told(string part, string instead, string told)
    {
        house.Edit("data-schema/support_log/schema.json", text => text.Replace(part, instead, StringComparison.Ordinal));
        Assert.Contains(told, Assert.Throws<InputException>(Contract).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deliveries_and_the_support_log_are_groups() => Assert.All(ContractReader.Datasets(new(Utvardering.Testing.Repository.Root)), dataset =>
        Assert.Empty(ContractReader.Read(new(Utvardering.Testing.Repository.Root), SchemaReader.Read(new(Utvardering.Testing.Repository.Root), dataset)).QuasiIdentifiers));

    public void Dispose() => house.Dispose();

    private DeliveryContract Contract() => ContractReader.Read(house.Project, SchemaReader.Read(house.Project, "support_log"));

    private static string Persons(int first, int number, string group) => string.Concat(Enumerable.Range(first, number).Select(person => $"{person};{group};supervision;{person}\n"));
}
