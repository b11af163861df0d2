using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Fuzz.Tests.Seeds;
using Utvardering.Ingestion.Tests;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Tests;

namespace Utvardering.Ingestion.Fuzz.Tests.Properties;

/// <summary>What holds of every tidy table, however it is ordered and written.</summary>
public sealed class IngestionProperties
{
    private const int Cases = 12;

    private const string Content = "select municipality_code, year, sex, value from vintage order by all";

    [Fact]
    public void The_order_of_the_rows_does_not_change_the_content() => Property.HoldsForEverySeed(
        seed =>
        {
            using var house = House();
            var rows = Table(seed);
            var first = house.IngestAsync(Written(rows, ';', ','), day: 0).GetAwaiter().GetResult();
            var second = house.IngestAsync(Written(Shuffled(rows, seed), ';', ','), day: 1).GetAwaiter().GetResult();
            // The content's hash names the vintage: a new one would have been made of anything else.
            return first.IsNew && !second.IsNew && first.Vintage == second.Vintage && second.RowsAccepted == rows.Count;
        },
        Cases);

    [Fact]
    public void A_table_is_the_same_in_every_encoding_delimiter_and_form_of_number() => Property.HoldsForEverySeed(
        seed =>
        {
            using var house = House();
            var draws = new RandomSequence(seed, 1);
            var rows = Table(seed);
            var plain = house.Rows(house.IngestAsync(Written(rows, ',', '.'), day: 0).GetAwaiter().GetResult().Vintage!, Content);
            var encoding = Encodings[draws.NextBelow(Encodings.Length)];
            var text = Written(rows, ";,\t|"[draws.NextBelow(4)], draws.NextBelow(2) == 0 ? ',' : '.').Replace("\n", draws.NextBelow(2) == 0 ? "\r\n" : "\n", StringComparison.Ordinal);
            var outcome = house.IngestAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], day: 1).GetAwaiter().GetResult();
            return outcome.Refused.Count == 0 && plain.SequenceEqual(house.Rows(outcome.Vintage!, Content));
        },
        2 * Cases);

    [Fact]
    public void A_refused_file_leaves_every_byte_of_the_lake_as_it_was() => Property.HoldsForEverySeed(
        seed =>
        {
            using var house = House();
            var (rows, draws) = (Table(seed), new RandomSequence(seed, 2));
            house.IngestAsync(Written(rows, ';', ','), day: 0).GetAwaiter().GetResult();
            var before = Files(house.Lake.Root);
            var lines = Written(Shuffled(rows, seed), ';', ',').Split('\n');
            lines[1 + draws.NextBelow(rows.Count)] = BadLines[draws.NextBelow(BadLines.Length)];
            var outcome = house.IngestAsync(string.Join('\n', lines), day: 1).GetAwaiter().GetResult();
            return outcome.Refused.Count == 1 && outcome.Refused[0].Problems > 0 && !outcome.IsNew && before.SequenceEqual(Files(house.Lake.Root));
        },
        Cases);

    private static readonly Encoding[] Encodings =
        [new UTF8Encoding(false), Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1, CodePage("windows-1252"), CodePage("macintosh")];

    private static readonly string[] BadLines =
        ["Storköping;2023;total;5;Å", "Borås;23;total;5;Å", "Borås;2023;alla;5;Å", "Borås;2023;total;fem;Å", "Borås;2023;total;1e999;Å", "Borås;2023;total;5", "Borås;2023;total;\"5;Å"];

    private static Encoding CodePage(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name)!;

    private static House House()
    {
        var house = new House("indicator_values", "year");
        house.Put("pipelines/sources/t.yaml", """
            source: t
            title: {sv: T, en: T}
            adapter: tidy-csv
            dataset: indicator_values
            origin: published
            files: [in.csv]
            columns:
              indicator_code: {constant: N07403}
              municipality_code: {from: kommun, region: municipality}
              year: {from: år}
              sex: {from: kön}
              value: {from: värde, decimalComma: true}
            attribution: {sv: T, en: T}

            """);
        return house;
    }

    /// <summary>Up to 40 municipalities with a value of one decimal; no two rows alike in key.</summary>
    private static List<(string Town, int Year, double Value)> Table(ulong seed)
    {
        var draws = new RandomSequence(seed, 0);
        var first = draws.NextBelow(200);
        return [.. Enumerable.Range(first, 3 + draws.NextBelow(38)).Select(place => (Town.Of(place).Name, 1990 + draws.NextBelow(40), (draws.NextBelow(2_000_001) - 1_000_000) / 10.0))];
    }

    private static string Written(IEnumerable<(string Town, int Year, double Value)> rows, char delimiter, char point) => string.Concat(
        rows.Select(row => string.Join(delimiter, row.Town, row.Year.ToString(CultureInfo.InvariantCulture), "total", Quoted(row.Value, delimiter, point), "Å") + "\n")
            .Prepend(string.Join(delimiter, "kommun", "år", "kön", "värde", "not") + "\n"));

    private static string Quoted(double value, char delimiter, char point)
    {
        var text = value.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', point);
        return text.Contains(delimiter, StringComparison.Ordinal) ? $"\"{text}\"" : text;
    }

    private static List<(string Town, int Year, double Value)> Shuffled(IEnumerable<(string Town, int Year, double Value)> rows, ulong seed)
    {
        var draws = new RandomSequence(seed, 3);
        return [.. rows.Select(row => (row, draw: draws.NextUInt32())).OrderBy(pair => pair.draw).Select(pair => pair.row)];
    }

    private static List<string> Files(string root) =>
        [.. Directory.GetFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => file + Convert.ToHexString(File.ReadAllBytes(file)))];
}
