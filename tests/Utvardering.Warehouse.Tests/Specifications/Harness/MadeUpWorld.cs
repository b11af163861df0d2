using System.Globalization;
using System.Text;

namespace Utvardering.Warehouse.Tests.Specifications.Harness;

/// <summary>
/// Small tables for every source at once, drawn by a seed: gaps, zeros, suppressed and preliminary figures, parts without their total,
/// populations that begin late or end early, municipalities in several programmes.
/// </summary>
internal sealed class MadeUpWorld(int seed)
{
    private const string Offences = "source | offence_code | municipality_code | month | count | status";
    private const string Values = "source | indicator_code | municipality_code | year | sex | value | status";
    private const string Deliveries = "source | municipality_code | quarter | age_group | sex | measure | numerator | denominator | value";

    private static readonly string[] Municipalities = ["0114", "0305", "1480", "1490"];
    private readonly Random chance = new(seed);

    public Dictionary<string, GivenTable> Tables()
    {
        List<string> offences = [.. Each(Municipalities.Append(""), Months(2022, 11, 5), 0.7, (code, month) => $"f | 1210 | {code} | {month} | {Counted()}")];
        List<string> values =
        [
            .. Each(["N07403", "N33801", "U33401"], Municipalities, 0.8, (indicator, code) => (indicator, code))
                .SelectMany(cell => new[] { 2022, 2023, 2024 }.Where(_ => Happens(0.8)).SelectMany(year => new[] { "total", "women" }.Select(sex => $"k | {cell.indicator} | {cell.code} | {year} | {sex} | {Counted()}"))),
        ];
        List<string> deliveries = [.. Each(Municipalities, ["2023-01-01", "2023-04-01", "2024-07-01"], 0.8, Delivered).SelectMany(rows => rows)];
        List<string> parts =
        [
            .. Each(Municipalities, ["01", "15"], 0.5, (code, day) => $"{Either("team", "bra")} | {code} | pilot | 2023-0{chance.Next(1, 9)}-{day} | {Either("", "2023-11-15")} | pm | exact"),
            "law |  | all | 2025-07-01 |  | pm | exact",
        ];
        return Registered(parts).Concat(Fed(offences, values, deliveries)).Concat(Earlier(offences, values, deliveries)).ToDictionary(table => table.Name);
    }

    private IEnumerable<GivenTable> Registered(List<string> parts) =>
    [
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
        Table("registry.participation", "programme_id | municipality_code | role | valid_from | valid_to | document_id | certainty", parts),
        Table("registry.participation_strand", "programme_id | municipality_code | valid_from | strand", parts
            .Select(part => part.Split('|', StringSplitOptions.TrimEntries)).Where(part => part[1].Length > 0 && Happens(0.3))
            .SelectMany(part => new[] { "mapping", "assessment" }.Select(strand => $"{part[0]} | {part[1]} | {part[3]} | {strand}"))),
        Table("registry.comparison_group", "group_id | title_sv | title_en | kind | programme_id | of_group_id",
            ["pilot | P | P | programme | team |", "bra | B | B | programme | bra |", "rest | R | R | all | |", "alike | A | A | peers | | pilot", "near | N | N | nearest | | pilot"]),
        Table("registry.comparison_group_by", "group_id | subject", ["alike | IFO", "alike | övergripande", "near | level"]),
        Table("registry.comparison_group_without", "group_id | programme_id", ["bra | team", "rest | team", "rest | bra", "alike | team"]),
        Table("registry.indicator_break", "indicator_id | valid_from | text_sv | text_en", Each(["violence", "arson", "share"], ["2022-05-02", "2023-02-01", "2023-07-01"], 0.5, (indicator, day) => $"{indicator} | {day} | Nytt {day} | New {day}")),
        Table("registry.indicator_caveat", "indicator_id | place | caveat_sv | caveat_en", ["arson | 1 | a | b", "arson | 2 | c | d"]),
        Table("registry.population_class", "class_id | at_least | title_sv | title_en", ["small | 0 | s | s", "middle | 1200 | m | m", "large | 1400 | l | l"]),
    ];

    private IEnumerable<GivenTable> Fed(List<string> offences, List<string> values, List<string> deliveries) =>
    [
        Table("lake.feed", "source | dataset | origin | content | previous", new[]
        {
            "f | reported_offences | published | f0ffee", "k | indicator_values | published | k0ffee", "d | deliveries | delivered | d0ffee", "log | support_log | delivered | log0ffee",
        }.Select(feed => $"{feed} | {Either("", "0ld")}").Concat(Happens(0.5) ? ["areas | vulnerable_areas | published | a0ffee |"] : [])),
        Table("lake.vulnerable_areas", "area | category | municipality_code", ["Norrby | vulnerable | 1490", "Hässleholmen | at_risk | 1490", "Biskopsgården | vulnerable | 1480"]),
        Table("lake.peer_municipalities", "source | municipality_code | group_id | group_title | peer_code",
            Each(Municipalities, Municipalities, 0.7, (code, peer) => (code, peer)).Where(pair => pair.code != pair.peer)
                .Select(pair => $"kp | {pair.code} | G1 | Liknande kommuner{Either(" IFO", ", övergripande")}, name {pair.code}, 2024 | {pair.peer}")),
        Table("lake.completeness", "source | code | complete_from", Happens(0.5) ? ["f | 1210 | 2022-11-01"] : []),
        Table("lake.reported_offences", Offences, offences),
        Table("lake.indicator_values", Values, values),
        Table("lake.deliveries", Deliveries, deliveries),
        Table("lake.population", "municipality_code | reference_date | age_group | sex | population | status",
            Each(Municipalities, ["2021-12-31", "2022-12-31", "2023-11-01", "2023-12-31"], 0.7, Inhabitants).SelectMany(rows => rows)),
        Table("lake.municipality_groups", "municipality_code | municipality | skr_group", Municipalities.Where(_ => Happens(0.5)).Select(code => $"{code} | name | A")),
        Table("lake.support_log", "source | municipality_code | month | strand | kind | hours",
            Each(["assessment", "mapping", "recruitment", "odd"], Months(2023, 1, 6), 0.4, (strand, month) => $"log | {Either("1490", "0305")} | {month} | {strand} | training | {chance.Next(0, 20)}")),
    ];

    /// <summary>What the feeds said one vintage before: without some rows, with some of its own, and with other figures in some.</summary>
    private IEnumerable<GivenTable> Earlier(List<string> offences, List<string> values, List<string> deliveries) =>
    [
        Table("lake.previous_reported_offences", Offences, Otherwise(offences, 4, _ => Counted()).Append("f | 1701 | 1490 | 2022-01-01 | 4 |")),
        Table("lake.previous_indicator_values", Values, Otherwise(values, 5, _ => Counted())),
        Table("lake.previous_deliveries", Deliveries, Otherwise(deliveries, 6, cells => $"{cells[6]} | 31 | {cells[8]}")),
    ];

    private IEnumerable<string> Otherwise(List<string> rows, int keyCells, Func<string[], string> figure) =>
        [.. rows.Where(_ => Happens(0.9)).Select(row => row.Split('|', StringSplitOptions.TrimEntries)).Select(cells => $"{string.Join(" | ", cells[..keyCells])} | {(Happens(0.3) ? figure(cells) : string.Join(" | ", cells[keyCells..]))}")];

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
