using Utvardering.Testing;
using Utvardering.Warehouse.Build;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lineage;
using Utvardering.Warehouse.Models;
using Utvardering.Warehouse.Registry;
using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Lineage;

/// <summary>The lineage of all models of pipelines/warehouse.</summary>
public sealed class WarehouseLineageTests : IDisposable
{
    private readonly Database database = Database.OpenInMemory();
    private readonly LineageMap map;

    public WarehouseLineageTests()
    {
        WarehouseBuilder.Prepare(
            database, Ingestion.Schemas.DatasetTables.Of(new Ingestion.ProjectFolder(Repository.Root), []), RegistryFiles.Load(Path.Combine(Repository.Root, "pipelines")));
        map = LineageMap.Of(House.Models, database);
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public void The_columns_of_every_model_are_those_that_DuckDB_makes_of_it()
        => Assert.All(map.Models, model => Assert.Equal(House.Columns(model.Model).Select(column => column.Name), model.Columns.Select(column => column.Column)));

    [Theory]
    [InlineData("staging.offence_cell.count", "lake.reported_offences.count lake.reported_offences.offence_code staging.offence_period.absent_is_zero")]
    [InlineData("staging.population.population", "lake.population.population")]
    [InlineData("core.municipality.skr_group", "lake.municipality_groups.skr_group registry.municipality.skr_group")]
    [InlineData("core.exposure.person_months", "core.exposure_month.population")]
    [InlineData("core.group_member.programme_from", "registry.participation.valid_from")]
    [InlineData("core.total.value", "core.observation.value")]
    [InlineData("marts.municipality_series.value", "core.total.value")]
    [InlineData("marts.municipality_series.vintage", "core.total.vintage")]
    [InlineData("marts.unknown_place.unknown_place", "staging.unknown_place.count")]
    public void A_column_comes_from(string column, string expected)
    {
        var parts = column.Split('.');
        Assert.Equal(expected, string.Join(' ', map.Behind(new($"{parts[0]}.{parts[1]}", parts[2]))));
    }

    [Fact]
    public void A_rate_of_offences_goes_back_to_counts_inhabitants_and_the_registrys_base()
    {
        var behind = Behind(new("marts.group_series", "value")).Select(column => column.ToString()).ToList();

        Assert.All(
            ["lake.reported_offences.count", "lake.population.population", "lake.indicator_values.value", "lake.deliveries.numerator", "registry.indicator.per", "registry.indicator.group_rule"],
            column => Assert.Contains(column, behind));
        Assert.DoesNotContain("lake.support_log.hours", behind);
    }

    /// <summary>
    /// What the lineage leaves out has no part: each column of the lake and the registry is changed in turn, the models are built anew, and
    /// only what claims to come of it, by value or by its choice of rows, may be another.
    /// </summary>
    [Fact]
    public void A_change_in_a_source_reaches_only_what_comes_of_it()
    {
        var given = new MadeUpWorld(3).Tables();
        using var engine = new DuckDbWarehouse(given);
        var before = engine.Digests();
        var rows = House.Models.ToDictionary(model => model.FullName, model => RowsBehind(model.FullName));
        var behind = before.Keys.ToDictionary(place => place, place => Behind(new(place.Model, place.Column)));
        var reached = new HashSet<(string Source, string Column)>();
        foreach (var (table, column) in given.Values.SelectMany(table => table.Drawn.Columns.Select(column => (table, column))).Where(place => place.table.Drawn.Rows.Count > 0))
        {
            var source = new TableColumn(table.Name, column);
            engine.Put(Changed(table, column));
            var after = engine.Digests();
            foreach (var place in before.Keys.Where(place => before[place] != after[place] && !rows[place.Model].Contains(source)))
            {
                Assert.True(behind[place].Contains(source), $"{place.Model}.{place.Column} changes with {source}, and its lineage does not know of it.");
                reached.Add((source.ToString(), $"{place.Model}.{place.Column}"));
            }

            engine.Put(table);
        }

        Assert.Contains(("lake.reported_offences.count", "marts.municipality_series.value"), reached);
        Assert.Contains(("lake.municipality_groups.skr_group", "marts.municipality_series.skr_group"), reached);
        Assert.Contains(("registry.indicator.per", "marts.group_series.value"), reached);
        Assert.True(reached.Count > 60, $"only {reached.Count} columns changed at all");
    }

    private HashSet<TableColumn> Behind(TableColumn column)
    {
        var all = new HashSet<TableColumn> { column };
        foreach (var next in map.Behind(column).Where(next => !all.Contains(next)))
        {
            all.UnionWith(Behind(next));
        }

        return all;
    }

    /// <summary>All columns on which it depends which rows a model has.</summary>
    private HashSet<TableColumn> RowsBehind(string model)
    {
        var all = map.Models.Single(candidate => candidate.Model == model).Rows.SelectMany(Behind).ToHashSet();
        foreach (var table in ModelDependencies.Of(House.Models.Single(candidate => candidate.FullName == model), database).Where(map.IsModel))
        {
            all.UnionWith(RowsBehind(table));
        }

        return all;
    }

    /// <summary>The table with every value of one column another: a number or a date one more, a text with an x.</summary>
    private static GivenTable Changed(GivenTable table, string column)
    {
        var at = table.Drawn.Columns.ToList().IndexOf(column);
        var type = table.Columns.Single(candidate => candidate.Name == column).Type;
        return table with { Drawn = table.Drawn with { Rows = [.. table.Drawn.Rows.Select(IReadOnlyList<string?> (row) => [.. row.Select((cell, index) => index == at ? Other(cell, type) : cell)])] } };
    }

    private static string? Other(string? cell, string type) => Cell.Read(cell, type) switch
    {
        DateOnly date => Cell.Draw(date.AddMonths(1)),
        double number => Cell.Draw(number + 1),
        bool flag => Cell.Draw(!flag),
        string text => text + "x",
        _ => cell,
    };
}
