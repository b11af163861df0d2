using System.Globalization;
using Utvardering.Ingestion.PersonalData;

namespace Utvardering.Ingestion.Tests.PersonalData;

/// <summary>What ordinarily stands in statistics, with the use a schema gives such a column.</summary>
internal static class OrdinaryValues
{
    public static IReadOnlyList<(string Name, ColumnUse Use, Func<Random, string> Draw)> Kinds { get; } =
    [
        ("counts", ColumnUse.Scan, r => Number(Math.Floor(Math.Pow(10, 8 * r.NextDouble())))),
        ("counts with grouped thousands", ColumnUse.Scan, r => Math.Floor(Math.Pow(10, 11 * r.NextDouble())).ToString("N0", Swedish)),
        ("rates in full precision", ColumnUse.Scan, r => (r.NextDouble() * 100).ToString("R", CultureInfo.InvariantCulture)),
        ("rates with decimal comma", ColumnUse.Scan, r => (r.NextDouble() * 10_000).ToString("F4", CultureInfo.InvariantCulture).Replace('.', ',')),
        ("amounts with öre", ColumnUse.Scan, r => Number(r.NextInt64(1_000_000_000, 10_000_000_000)) + "," + r.Next(1, 100).ToString("D2", CultureInfo.InvariantCulture)),
        ("amounts of ten digits", ColumnUse.Amount, r => Number(r.NextInt64(1_000_000_000, 10_000_000_000))),
        ("seconds since 1970", ColumnUse.Amount, r => Number(r.NextInt64(1_388_000_000, 1_767_000_000))),
        ("milliseconds since 1970", ColumnUse.Scan, r => Number(r.NextInt64(1_388_000_000_000, 1_767_000_000_000))),
        ("dates", ColumnUse.Scan, r => Moment(r).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("compact dates", ColumnUse.Scan, r => Moment(r).ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
        ("moments", ColumnUse.Scan, r => Moment(r).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)),
        ("moments in ISO 8601", ColumnUse.Scan, r => Moment(r).ToString("O", CultureInfo.InvariantCulture)),
        ("moments with dots", ColumnUse.Scan, r => Moment(r).ToString("yyyy-MM-dd HH.mm", CultureInfo.InvariantCulture)),
        ("compact seconds", ColumnUse.Scan, r => Moment(r).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)),
        ("compact minutes", ColumnUse.Time, r => Moment(r).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)),
        ("ranges of days", ColumnUse.Scan, r => $"{Moment(r):yyyy-MM-dd} - {Moment(r):yyyy-MM-dd}"),
        ("ranges of days in ISO 8601", ColumnUse.Scan, r => $"{Moment(r):yyyy-MM-dd}/{Moment(r):yyyy-MM-dd}"),
        ("ranges of months", ColumnUse.Scan, r => $"{Moment(r):yyyyMM}-{Moment(r):yyyyMM}"),
        ("lists of years", ColumnUse.Scan, r => $"{r.Next(1990, 2026)} {r.Next(1990, 2026)} {r.Next(1990, 2026)}"),
        ("municipality codes", ColumnUse.Code, r => r.Next(114, 2585).ToString("D4", CultureInfo.InvariantCulture)),
        ("lists of municipality codes", ColumnUse.Scan, r => string.Join(", ", Enumerable.Range(0, 8).Select(_ => r.Next(114, 2585).ToString("D4", CultureInfo.InvariantCulture)))),
        ("DeSO and RegSO", ColumnUse.Code, r => $"{r.Next(114, 2585):D4}{"ABCR"[r.Next(4)]}{r.Next(10_000):D4}"),
        ("SCB tables and contents", ColumnUse.Scan, r => $"BE0101N{r.Next(10)} {r.Next(1000):D6}{r.Next(10)}{"ABKZ"[r.Next(4)]}"),
        ("Kolada ids", ColumnUse.Scan, r => $"N{r.Next(100_000):D5}, U{r.Next(100_000):D5}"),
        ("Brå offence codes and case numbers", ColumnUse.Scan, r => $"0{r.Next(100, 999)}-K{r.Next(1, 999_999)}-{r.Next(14, 26)}"),
        ("statistics ids like telephone numbers", ColumnUse.Code, r => $"07{r.Next(60, 68)}{r.Next(1_000_000):D6}"),
        ("registry numbers", ColumnUse.Scan, r => $"Dnr {r.Next(2010, 2026)}/{r.Next(1, 999_999):D6}-{r.Next(1, 30)}"),
        ("organisation numbers", ColumnUse.Scan, r => $"{"256789"[r.Next(6)]}{r.Next(10)}{r.Next(20, 100)}{r.Next(100):D2}-{r.Next(10_000):D4}"),
        ("organisation numbers, bare", ColumnUse.Scan, r => $"16{"256789"[r.Next(6)]}{r.Next(10)}{r.Next(20, 100)}{r.Next(100):D2}{r.Next(10_000):D4}"),
        ("WGS 84", ColumnUse.Scan, r => $"{Number(55 + (r.NextDouble() * 14))}, {Number(11 + (r.NextDouble() * 13))}"),
        ("SWEREF 99 TM", ColumnUse.Scan, r => $"{r.Next(6_130_000, 7_680_000)}.{r.Next(1000):D3} {r.Next(260_000, 920_000)}.{r.Next(1000):D3}"),
        ("hashes", ColumnUse.Scan, r => string.Concat(Enumerable.Range(0, 64).Select(_ => "0123456789abcdef"[r.Next(16)]))),
        ("UUIDs", ColumnUse.Scan, r => new Guid(Bytes(r, 16)).ToString()),
        ("ids of 13 to 18 digits", ColumnUse.Scan, r => Number(r.NextInt64(1_000_000_000_000, 1_000_000_000_000_000_000))),
    ];

    private static readonly NumberFormatInfo Swedish = new() { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "," };

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(Random random) =>
        new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)).AddSeconds(random.NextInt64(36L * 365 * 86_400));

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
