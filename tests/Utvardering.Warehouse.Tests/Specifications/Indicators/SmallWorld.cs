using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Indicators;

/// <summary>What the specifications of indicators share: three municipalities, of which Borås and Håbo are the group "pilot".</summary>
internal static class SmallWorld
{
    /// <param name="feed">The one source of the figures, and who made them known.</param>
    /// <param name="origin">published or delivered.</param>
    public static ModelSpecification With(string feed, string origin) => new ModelSpecification()
        .Given("registry.municipality", """
            code | name | skr_group
            1490 | Borås | B
            0305 | Håbo | C
            0114 | Upplands Väsby | A
            """)
        .Given("registry.comparison_group", "group_id | kind | programme_id\npilot | programme | team")
        .Given("registry.participation", """
            programme_id | municipality_code | valid_from
            team | 1490 | 2024-01-01
            team | 0305 | 2024-01-01
            """)
        .Given("lake.feed", $"source | origin | content\n{feed} | {origin} | c0ffee");

    /// <summary>Inhabitants on the last days of 2022 and 2023, the same on both: the line between them is flat, and it goes on flat after.</summary>
    public static ModelSpecification Inhabited(this ModelSpecification specification, params (string Municipality, int Inhabitants)[] places)
        => specification.Given("lake.population", Population(places.SelectMany(place => Rows(place.Municipality, "total", place.Inhabitants))));

    /// <summary>As <see cref="Inhabited"/>, of each age from 0 to 20.</summary>
    public static ModelSpecification InhabitedByChildren(this ModelSpecification specification, params (string Municipality, int OfEachAge)[] places)
        => specification.Given("lake.population", Population(places.SelectMany(place => Enumerable.Range(0, 21).SelectMany(age => Rows(place.Municipality, $"{age}", place.OfEachAge)))));

    private static IEnumerable<string> Rows(string municipality, string age, int inhabitants)
        => new[] { 2022, 2023 }.Select(year => $"{municipality} | {year}-12-31 | {age} | total | {inhabitants}");

    private static string Population(IEnumerable<string> rows)
        => string.Join('\n', rows.Prepend("municipality_code | reference_date | age_group | sex | population"));
}
