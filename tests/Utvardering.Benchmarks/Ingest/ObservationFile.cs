using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Schemas;

namespace Utvardering.Benchmarks.Ingest;

/// <summary>
/// A CSV file of made-up key figures: indicators × municipalities × years 2001–2024 × sex, one row each. Every cell is a function of
/// the row's number alone, so the same number of rows is the same file everywhere.
/// </summary>
internal static class ObservationFile
{
    private const int Years = 24;

    // By the alphabet, as the key's order is.
    private static readonly string[] Sexes = ["men", "total", "women"];

    /// <param name="order"><c>key</c>: by the dataset's primary key; <c>mixed</c>: rows in no order.</param>
    public static void Write(string path, long rows, string order)
    {
        var codes = CodeList.Municipalities(IngestWorkplace.Project).Codes.Order(StringComparer.Ordinal).ToList();
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        writer.WriteLine("indicator_code,municipality_code,year,sex,value,status");
        Span<char> line = stackalloc char[128];
        var step = order == "mixed" ? Step(rows) : 1;
        for (long number = 0, row = 0; number < rows; number++, row = (row + step) % rows)
        {
            Row(line, row, codes, out var length);
            writer.Write(line[..length]);
        }
    }

    private static void Row(Span<char> line, long row, List<string> codes, out int length)
    {
        var sex = Sexes[row % 3];
        var year = 2001 + (row / 3 % Years);
        var code = codes[(int)(row / 3 / Years % codes.Count)];
        var indicator = 10_000 + (row / 3 / Years / codes.Count);
        var chance = Mixed((ulong)row);
        // Two rows in a hundred lack their value, one is preliminary; the others have one decimal.
        var status = (chance % 100) switch { 0 => "suppressed", 1 => "not_available", 2 => "preliminary", _ => "" };
        var written = chance % 100 < 2
            ? line.TryWrite(CultureInfo.InvariantCulture, $"N{indicator:00000},{code},{year},{sex},,{status}\n", out length)
            : line.TryWrite(CultureInfo.InvariantCulture, $"N{indicator:00000},{code},{year},{sex},{(chance >> 32) % 100_000 / 10m:0.0},{status}\n", out length);
        if (!written)
        {
            throw new InvalidOperationException("A row is longer than was thought.");
        }
    }

    /// <summary>A step through all rows that comes back to the first only after the last: prime to their number.</summary>
    private static long Step(long rows)
    {
        var step = (long)(rows * 0.6180339887) | 1;
        while (Common(step, rows) != 1)
        {
            step += 2;
        }

        return step;
    }

    private static long Common(long one, long other) => other == 0 ? one : Common(other, one % other);

    /// <summary>SplitMix64 of a counter.</summary>
    /// <seealso href="https://doi.org/10.1145/2714064.2660195"/>
    private static ulong Mixed(ulong counter)
    {
        var z = (counter + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
