using System.Text.Json.Nodes;
using Utvardering.SampleData;
using Utvardering.Testing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Tests.DataPackages;

/// <summary>The data packages of all datasets, made by the ingestion itself out of the made-up world.</summary>
public sealed class DataPackageTests(DataPackageTests.Sample sample) : IClassFixture<DataPackageTests.Sample>
{
    /// <summary>A vintage of each source of the made-up world.</summary>
    public sealed class Sample : IAsyncLifetime
    {
        private Bench Bench { get; } = new();

        internal IReadOnlyList<Vintage> Vintages { get; private set; } = [];

        public async Task InitializeAsync()
        {
            var world = SampleWorld.Load(Path.Combine(Repository.Root, "pipelines"), new DateOnly(2021, 6, 30));
            var vintages = new List<Vintage>();
            foreach (var source in new[] { "kolada", "kolada-groups", "kolada-peers", "scb-population", "bra-sol", "deliveries", "support-log" })
            {
                if ((await Bench.IngestAsync(source, new SampleWorldTransport(world))).Vintage is { } vintage)
                {
                    vintages.Add(vintage);
                }
            }

            Vintages = vintages;
        }

        public Task DisposeAsync()
        {
            Bench.Dispose();
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void Every_package_keeps_the_rules_of_the_standard()
    {
        Assert.True(sample.Vintages.Count >= 4);
        Assert.All(sample.Vintages, vintage => Assert.Empty(FrictionlessRules.Broken(Package(vintage), vintage.Folder)));
    }

    [Fact]
    public void The_rules_see_what_is_wrong()
    {
        var (vintage, package) = (Vintage("kolada"), Package(Vintage("kolada")));
        package["licenses"] = new JsonArray(new JsonObject { ["name"] = "Free to use" });
        package["sources"]![0]!["path"] = "/etc/*";
        package["resources"]![0]!["hash"] = "sha256:0";
        var schema = package["resources"]![0]!["schema"]!;
        schema["fields"]![0]!["categories"] = new JsonArray("a", "a");
        schema["missingValues"] = new JsonArray("", new JsonObject { ["value"] = ".." });
        schema["fields"]![1]!["constraints"]!["required"] = false;
        schema["foreignKeys"] = new JsonArray(new JsonObject { ["fields"] = new JsonArray("year"), ["reference"] = new JsonObject { ["resource"] = "years", ["fields"] = new JsonArray("year") } });
        Assert.Equal(7, FrictionlessRules.Broken(package, vintage.Folder).Count);
    }

    [Fact]
    public void Code_lists_are_categories_with_labels()
    {
        var status = Field("kolada", "status");
        var suppressed = status["categories"]!.AsArray().Single(category => (string)category!["value"]! == "suppressed")!;
        Assert.Equal(("suppressed", "sekretessmarkerad"), ((string)suppressed["label"]!, (string)suppressed["labelSv"]!));
        var municipality = Field("kolada", "municipality_code");
        Assert.Equal("municipalities", (string)municipality["registry"]!);
        Assert.Equal(290, municipality["categories"]!.AsArray().Count);
        Assert.Contains(municipality["categories"]!.AsArray(), category => (string)category!["value"]! == "1490" && (string)category["label"]! == "Borås");
    }

    [Fact]
    public void The_marks_of_the_source_are_labelled_missing_values()
    {
        var marks = Field("kolada", "value")["missingValues"]!.AsArray().ToDictionary(mark => (string)mark!["value"]!, mark => (string)mark!["label"]!);
        Assert.Equal("suppressed", marks["Private"]);
        Assert.Equal("not_available", marks["Missing"]);
        Assert.Equal("No value; the column status says why", (string)Schema("kolada")["missingValues"]![0]!["label"]!);
    }

    [Fact]
    public void The_key_is_primary_where_it_is_never_empty_and_unique_elsewhere()
    {
        Assert.Equal(["indicator_code", "municipality_code", "year", "sex"], Schema("kolada")["primaryKey"]!.AsArray().Select(name => (string)name!));
        Assert.Null(Schema("bra-sol")["primaryKey"]);
        Assert.Equal(["offence_code", "municipality_code", "month"], Schema("bra-sol")["uniqueKeys"]![0]!.AsArray().Select(name => (string)name!));
    }

    private Vintage Vintage(string source) => sample.Vintages.Single(vintage => vintage.Source == source);

    private JsonObject Schema(string source) => Package(Vintage(source))["resources"]![0]!["schema"]!.AsObject();

    private JsonObject Field(string source, string name) => Schema(source)["fields"]!.AsArray().Single(field => (string)field!["name"]! == name)!.AsObject();

    private static JsonObject Package(Vintage vintage) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(vintage.Folder, DataPackage.FileName)))!.AsObject();
}
