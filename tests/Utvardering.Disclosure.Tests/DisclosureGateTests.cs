using Utvardering.Disclosure.Tables;
using Utvardering.Testing;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Disclosure.Tests;

/// <summary>The rules of the repository's disclosure.yaml, on tables as a run makes them.</summary>
public sealed class DisclosureGateTests : IDisposable
{
    private static readonly DisclosureFile Rules = DisclosureFile.Load(Path.Combine(Repository.Root, "pipelines"));
    private readonly TemporaryFolder folder = new();

    public DisclosureGateTests()
    {
        Directory.CreateDirectory(folder["results"]);
        Directory.CreateDirectory(folder["released"]);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>What a reader finds in a released group series.</summary>
    public sealed record Released
    {
        public required string IndicatorId { get; init; }
        public double? Value { get; init; }
        public double? Smooth { get; init; }
        public double? Index { get; init; }
        public long? Persons { get; init; }
        public required string Disclosure { get; init; }
    }

    [Fact]
    public void Published_figures_pass_as_they_are()
    {
        var released = ReleaseGroups(Group("bra:reported:1210", "published", persons: null, value: 0));

        Assert.Equal(0, Assert.Single(released).Value);
        Assert.Equal("", released[0].Disclosure);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    [InlineData(0, false)]
    [InlineData(null, false)]
    public void A_delivered_group_total_passes_from_five_persons_and_an_unknown_number_does_not(int? persons, bool passes)
    {
        var row = Assert.Single(ReleaseGroups(Group("delivery:re_referral", "delivered", persons, value: 12.5)));

        Assert.Equal(passes ? 12.5 : null, row.Value);
        Assert.Equal(passes ? 12.5 : null, row.Smooth);
        Assert.Equal(passes ? persons : null, row.Persons);
        Assert.Equal(passes ? "" : "delivered-group", row.Disclosure);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    [InlineData(1, false)]
    public void A_delivered_group_total_of_one_or_two_municipalities_does_not_leave(int municipalities, bool passes)
    {
        var row = Assert.Single(ReleaseGroups(Group("delivery:re_referral", "delivered", 100, value: 12.5) with { Municipalities = municipalities }));

        Assert.Equal(passes ? 12.5 : null, row.Value);
        Assert.Equal(passes ? "" : "delivered-group", row.Disclosure);
    }

    /// <summary>What a reader finds in the breakdown of a municipality's figures.</summary>
    public sealed record Part
    {
        public required string Sex { get; init; }
        public required string Origin { get; init; }
        public double? Numerator { get; init; }
        public double? Denominator { get; init; }
        public double? Value { get; init; }
    }

    [Fact]
    public void Delivered_parts_by_sex_and_age_never_leave_by_municipality()
    {
        ParquetRecords.Write(folder["results/marts.municipality_breakdown.parquet"], [
            new Part { Sex = "women", Origin = "delivered", Numerator = 100, Denominator = 200, Value = 50 },
            new Part { Sex = "women", Origin = "published", Value = 50 },
        ]);
        DisclosureGate.Release(Rules, folder["results"], folder["released"]);

        Assert.Equal("published", Assert.Single(new ReleasedTables(folder["released"]).Read<Part>("marts.municipality_breakdown")).Origin);
    }

    [Fact]
    public void Delivered_figures_of_one_municipality_never_leave()
    {
        ParquetRecords.Write(folder["results/municipality_trend.parquet"], [Municipality("delivered"), Municipality("published")]);
        DisclosureGate.Release(Rules, folder["results"], folder["released"]);

        Assert.Equal("published", Assert.Single(new ReleasedTables(folder["released"]).Read<MunicipalityTrendRow>("municipality_trend")).Origin);
    }

    [Fact]
    public void A_row_of_an_origin_that_no_rule_knows_stays_behind()
        => Assert.Empty(ReleaseGroups(Group("x", "rumour", persons: 1000, value: 1)));

    [Fact]
    public void A_table_that_is_not_listed_does_not_leave()
    {
        ParquetRecords.Write(folder["results/persons.parquet"], [Municipality("published")]);
        DisclosureGate.Release(Rules, folder["results"], folder["released"]);

        Assert.Equal(["suppression"], new ReleasedTables(folder["released"]).Names);
    }

    [Fact]
    public void What_was_suppressed_and_withheld_is_on_record_by_rule()
    {
        ParquetRecords.Write(folder["results/group_trend.parquet"], [Group("a", "delivered", 3, 1), Group("b", "delivered", 30, 1), Group("c", "published", null, 1)]);
        ParquetRecords.Write(folder["results/municipality_trend.parquet"], [Municipality("delivered")]);

        var record = DisclosureGate.Release(Rules, folder["results"], folder["released"]);

        Assert.Equal(
            [
                ("group_trend", "delivered-group", "suppress", 1L), ("group_trend", "persons-enough", "pass", 1L), ("group_trend", "published", "pass", 1L),
                ("municipality_trend", "delivered-municipality", "withhold", 1L),
            ],
            record.Select(row => (row.TableName, row.RuleId, row.Action, row.Rows)).Order());
    }

    [Fact]
    public void A_listed_column_that_the_table_lacks_stops_the_table()
    {
        ParquetRecords.Write(folder["results/effects.parquet"], [Municipality("published")]);

        Assert.Contains("nothing of the table leaves", Assert.Throws<InvalidDataException>(() => DisclosureGate.Release(Rules, folder["results"], folder["released"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mark_of_made_up_figures_goes_with_them()
    {
        ParquetRecords.Write(folder["results/group_trend.parquet"], [Group("c", "published", null, 1)]);
        DisclosureGate.Release(Rules, folder["results"], folder["released"], "EXEMPELDATA");

        Assert.Equal("EXEMPELDATA", ParquetRecords.Mark(folder["released/group_trend.parquet"]));
    }

    private IReadOnlyList<Released> ReleaseGroups(params GroupTrendRow[] rows)
    {
        ParquetRecords.Write(folder["results/group_trend.parquet"], rows);
        DisclosureGate.Release(Rules, folder["results"], folder["released"]);
        return new ReleasedTables(folder["released"]).Read<Released>("group_trend");
    }

    private static GroupTrendRow Group(string indicator, string origin, int? persons, double value) => new()
    {
        OutcomeId = "o", IndicatorId = indicator, GroupId = "pilot", Origin = origin, Grain = "quarter", PeriodStart = new DateOnly(2024, 1, 1),
        Value = value, Smooth = value, Index = 100, Municipalities = 6, Members = 6, Persons = persons, Source = "s", Vintage = "v",
    };

    private static MunicipalityTrendRow Municipality(string origin) => new()
    {
        OutcomeId = "o", IndicatorId = "i", GroupId = "pilot", MunicipalityCode = "1490", Municipality = "Borås", Origin = origin, Grain = "quarter",
        PeriodStart = new DateOnly(2024, 1, 1), Value = 1, Status = "", Source = "s", Vintage = "v",
    };
}
