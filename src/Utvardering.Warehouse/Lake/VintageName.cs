using System.Globalization;
using System.Text.RegularExpressions;

namespace Utvardering.Warehouse.Lake;

/// <summary>
/// <c>yyyyMMddTHHmmssZ-&lt;first 12 hexadecimal digits of the content hash&gt;</c>: when the content was retrieved (UTC) and what it is.
/// Names sort by time.
/// </summary>
public sealed partial record VintageName(DateTimeOffset Retrieved, string ContentPrefix)
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <param name="retrieved">Cut to whole seconds, UTC.</param>
    /// <param name="contentHash">SHA-256 of the canonical content, 64 hexadecimal digits.</param>
    public static VintageName Of(DateTimeOffset retrieved, string contentHash)
    {
        var utc = retrieved.ToUniversalTime();
        return new(new DateTimeOffset(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero), contentHash[..12]);
    }

    /// <returns>Null when the text is no vintage name: such folders are not vintages.</returns>
    public static VintageName? TryParse(string text) =>
        Shape().IsMatch(text) && DateTimeOffset.TryParseExact(
            text[..16], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var retrieved)
            ? new(retrieved, text[17..])
            : null;

    public override string ToString() => $"{Retrieved.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{ContentPrefix}";

    [GeneratedRegex("^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{12}$")]
    private static partial Regex Shape();
}
