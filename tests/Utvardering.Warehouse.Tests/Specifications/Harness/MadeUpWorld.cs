using System.Globalization;
using System.Text;

namespace Utvardering.Warehouse.Tests.Specifications.Harness;

/// <summary>
/// Small tables for every source at once, drawn by a seed: gaps, zeros, suppressed and preliminary figures, parts without their total,
/// populations that begin late or end early, municipalities in several programmes.
/// </summary>
internal sealed class MadeUpWorld(int seed)
{
    private static readonly string[] Municipalities = ["0114", "0305", "1480", "1490"];
    private readonly Random chance = new(seed);

    public Dictionary<string, GivenTable> Tables() => new[]
    {
        Table("registry.municipality", "code | name | county_code | county | skr_group", Municipalities.Select(code => $"{code} | name {code} | {code[..2]} | county | B")),
        Table("registry.indicator", "indicator_id | title_sv | title_en | unit_sv | unit_en | measure | code | grain | per | denominator | group_rule", [
            "arson | Brand | Arson | b | a | reported_offences | 1210 | month | 100000 | population_total | ratio_of_sums",
            "violence | Våld | Violence | b | a | indicator_values | N07403 | year | 100000 | population_total | population_weighted",
            "placed | Placerade | Placed | b | a | indicator_values | N33801 | year | 1000 | population_0_20 | population_weighted",
            "days | Dagar | Days | b | a | indicator_values | U33401 | year | 1 |  | unweighted_mean",
            "share | Andel | Share | b | a | deliveries | s | quarter | 100 | cases | ratio_of_sums",
            "median | Median | Median | b | a | deliveries | m | quarter | 1 |  | unweighted_mean",
            "count | Antal | Count | b | a | deliveries | c | quarter | 1000 | population_0_20 | ratio_of_sums",
        ]),
        Table("registry.programme", "programme_id | title_sv | title_en | targeted", ["team | T | T | true", "bra | B | B | true", "law | L | L | false"]),
        Table("registry.programme_strand", "programme_id | strand", ["team | assessment", "team | mapping", "bra | recruitment"]),
        Table("registry.source_document", "document_id | publisher | title | published", ["pm | P | T | 2024"]),
        Table("registry.participation", "programme_id | municipality_code | role | valid_from | valid_to | document_id | certainty",
            Each(Municipalities, ["01", "15"], 0.5, (code, day) => $"{Either("team", "bra")} | {code} | pilot | 2023-0{chance.Next(1, 9)}-{day} | {Either("", "2023-11-15")} | pm | exact").Append("law |  | all | 2025-07-01 |  | pm | exact")),
        Table("registry.comparison_group", "group_id | title_sv | title_en | programme_id", ["pilot | P | P | team", "bra | B | B | bra", "rest | R | R |"]),
        Table("registry.comparison_group_without", "group_id | programme_id", ["bra | team", "rest | team", "rest | bra"]),
        Table("lake.feed", "source | dataset | origin | content", new[] { "f", "k", "d", "log" }.Select(source => $"{source} | x | {(source is "f" or "k" ? "published" : "delivered")} | {source}0ffee")),
        Table("lake.completeness", "source | code | complete_from", Happens(0.5) ? ["f | 1210 | 2022-11-01"] : []),
        Table("lake.reported_offences", "source | offence_code | municipality_code | month | count | status",
            Each(Municipalities.Append(""), Months(2022, 11, 5), 0.7, (code, month) => $"f | 1210 | {code} | {month} | {Counted()}")),
        Table("lake.indicator_values", "source | indicator_code | municipality_code | year | sex | value | status",
            Each(["N07403", "N33801", "U33401"], Municipalities, 0.8, (indicator, code) => (indicator, code))
                .SelectMany(cell => new[] { 2022, 2023, 2024 }.Where(_ => Happens(0.8)).SelectMany(year => new[] { "total", "women" }.Select(sex => $"k | {cell.indicator} | {cell.code} | {year} | {sex} | {Counted()}")))),
        Table("lake.deliveries", "source | municipality_code | quarter | age_group | sex | measure | numerator | denominator | value",
            Each(Municipalities, ["2023-01-01", "2023-04-01", "2024-07-01"], 0.8, Delivered).SelectMany(rows => rows)),
        Table("lake.population", "municipality_code | reference_date | age_group | sex | population | status",
            Each(Municipalities, ["2021-12-31", "2022-12-31", "2023-11-01", "2023-12-31"], 0.7, Inhabitants).SelectMany(rows => rows)),
        Table("lake.municipality_groups", "municipality_code | municipality | skr_group", Municipalities.Where(_ => Happens(0.5)).Select(code => $"{code} | name | A")),
        Table("lake.support_log", "source | municipality_code | month | strand | kind | hours",
            Each(["assessment", "mapping", "recruitment", "odd"], Months(2023, 1, 6), 0.4, (strand, month) => $"log | {Either("1490", "0305")} | {month} | {strand} | training | {chance.Next(0, 20)}")),
    }.ToDictionary(table => table.Name);

    private IEnumerable<string> Delivered(string municipality, string quarter)
    {
        foreach (var (measure, kind) in new[] { ("s", "share"), ("m", "median"), ("c", "count") })
        {
            foreach (var age in new[] { "0-12", "13-15", "16-17", "18-20", "12-25" }.Concat(Happens(0.6) ? ["0-20"] : []))
            {
                foreach (var sex in Happens(0.5) ? new[] { "total", "girls" } : ["girls", "boys"])
                {
                    if (Happens(0.95))
                    {
                        var of = chance.Next(0, 30);
                        yield return $"d | {municipality} | {quarter} | {age} | {sex} | {measure} | {(kind == "median" ? "" : chance.Next(0, of + 1))} | {(kind == "count" ? "" : of)} | {(kind == "median" && of > 0 ? chance.Next(0, 200) / 2.0 : "")}";
                    }
                }
            }
        }
    }

    private IEnumerable<string> Inhabitants(string municipality, string day)
    {
        var lacks = Happens(0.3) ? chance.Next(0, 21) : -1;
        return Enumerable.Range(0, 21).Where(age => age != lacks).Select(age => $"{age}").Append("total")
            .SelectMany(age => new[] { "total", "women" }.Select(sex => $"{municipality} | {day} | {age} | {sex} | {(age == "total" ? 1000 + chance.Next(0, 500) : chance.Next(0, 30))} |"));
    }

    /// <summary>A value and its status.</summary>
    private string Counted() => chance.Next(0, 10) switch { 0 => " | suppressed", 1 => " | not_available", 2 => $"{chance.Next(0, 9)} | preliminary", 3 => "0 |", _ => $"{chance.Next(1, 90)} |" };

    private bool Happens(double probability) => chance.NextDouble() < probability;

    private string Either(string one, string other) => Happens(0.5) ? one : other;

    private IEnumerable<T> Each<T>(IEnumerable<string> ones, IEnumerable<string> others, double share, Func<string, string, T> make)
        => [.. ones.SelectMany(one => others.Where(_ => Happens(share)).Select(other => make(one, other)))];

    private static IEnumerable<string> Months(int year, int month, int count)
        => Enumerable.Range(0, count).Select(step => new DateOnly(year, month, 1).AddMonths(step).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static GivenTable Table(string name, string columns, IEnumerable<string> rows)
    {
        var drawn = new StringBuilder(columns);
        foreach (var row in rows)
        {
            drawn.Append('\n').Append(row);
        }

        return GivenTable.Of(name, drawn.ToString());
    }
}
