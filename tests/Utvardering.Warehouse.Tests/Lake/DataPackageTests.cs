using System.Text.Json;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Tests.Lake;

public sealed class DataPackageTests : IDisposable
{
    private readonly Pond pond = new();

    [Fact]
    public void It_says_what_the_vintage_is_and_where_it_came_from()
    {
        var vintage = pond.Publish("('a', 1)").Vintage;
        var package = vintage.ReadPackage();
        var resource = package.Resources.Single();
        Assert.Equal("things.a", package.Name);
        Assert.Equal(vintage.Name.ToString(), package.Version);
        Assert.Equal(Pond.Time, package.Created);
        Assert.Equal(1, package.RowCount);
        Assert.Equal("sha256:" + DurableFile.Sha256(vintage.Parts.Single()), resource.Hash);
        Assert.Equal(new FileInfo(vintage.Parts.Single()).Length, resource.Bytes);
        Assert.Equal(new DataPackageLanding("x", "https://example.org/1", Pond.Time), package.Landing.Single());
        Assert.Equal(["1210", "1311"], package.Complete!.Keys);
        Assert.Equal(new("Källa: Å", "Source: Å"), package.Attribution);
        Assert.StartsWith(vintage.Name.ContentPrefix, package.ContentHash, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_Frictionless_and_readable()
    {
        var text = File.ReadAllText(Path.Combine(pond.Publish("('a', 1)").Vintage.Folder, DataPackage.FileName));
        using var json = JsonDocument.Parse(text);
        Assert.Equal("https://datapackage.org/profiles/2.0/datapackage.json", json.RootElement.GetProperty("$schema").GetString());
        Assert.Equal("CC0-1.0", json.RootElement.GetProperty("licenses")[0].GetProperty("name").GetString());
        Assert.Equal("part-0.parquet", json.RootElement.GetProperty("resources")[0].GetProperty("path").GetString());
        Assert.Contains("Källa: Å", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void Made_up_data_says_so_and_real_data_says_nothing_of_it()
    {
        Assert.Null(pond.Publish("('a', 1)").Vintage.ReadPackage().Synthetic);
        Assert.True(pond.Publish("('a', 1)", source: "b", synthetic: true).Vintage.ReadPackage().Synthetic);
    }

    public void Dispose() => pond.Dispose();
}
