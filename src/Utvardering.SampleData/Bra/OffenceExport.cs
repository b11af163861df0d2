using System.Globalization;
using System.Text;
using Utvardering.SampleData.Model;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Bra;

/// <summary>
/// Files as an analyst exports them from Brå's statistics site: one a year and offence code, ISO-8859-1, rows one semicolon
/// longer than the header, zeros written out, "prel." in the year while it can still change.
/// </summary>
internal sealed class OffenceExport(World world)
{
    private const string Header = "Region;Brott;År;Period;Antal;/100 000 inv";
    private const string NotAvailable = "..";

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "Maj", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dec"];

    // A letter that the file can't hold must stop the export, not become a question mark.
    private static readonly Encoding FileEncoding =
        Encoding.GetEncoding("ISO-8859-1", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private readonly (Offence Offence, OffenceCounts Counts)[] offences =
        [.. world.Settings.Offences.Codes.Select(offence => (offence, new OffenceCounts(world, offence)))];

    private readonly (string Name, Municipality Municipality)[] regions =
        [.. world.Municipalities.Select(municipality => (Name(world, municipality), municipality)).OrderBy(region => SwedishOrder(region.Item1), StringComparer.Ordinal)];

    public IReadOnlyList<SampleFile> Files()
    {
        var first = world.Settings.Offences.FirstYear;
        var last = Period.Year(Grain.Month, world.Calendar.LastOffenceMonth);
        return
        [
            .. from offence in offences
               from year in Enumerable.Range(first, Math.Max(0, last - first + 1))
               select new SampleFile($"{offence.Offence.Code}_{year}.txt", FileEncoding.GetBytes(Text(offence.Offence, offence.Counts, year))),
        ];
    }

    private string Text(Offence offence, OffenceCounts counts, int year)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        var yearText = year.ToString(CultureInfo.InvariantCulture) + (world.Calendar.IsPreliminary(year) ? " prel." : "");
        var months = Enumerable.Range(0, 12).Where(month => Period.Of(Grain.Month, year, month) <= world.Calendar.LastOffenceMonth).ToArray();
        foreach (var (name, municipality) in regions)
        {
            foreach (var month in months)
            {
                var period = Period.Of(Grain.Month, year, month);
                var number = counts.Known(municipality, period);
                var rate = number * 100_000.0 / counts.Inhabitants(municipality, period);
                Row(name, month, Cell(number), Cell(rate));
            }
        }

        foreach (var month in months)
        {
            Row(world.Settings.Offences.UnknownPlace.Sv, month, Cell(counts.KnownWithoutPlace(Period.Of(Grain.Month, year, month))), NotAvailable);
        }

        return text.ToString();

        void Row(string region, int month, string number, string rate) =>
            text.Append(CultureInfo.InvariantCulture, $"{region};{offence.Name};{yearText};{Months[month]};{number};{rate};\r\n");
    }

    private static string Cell(double? number) => number?.ToString("0", CultureInfo.InvariantCulture) ?? NotAvailable;

    private static string Name(World world, Municipality municipality) =>
        world.Settings.Offences.Names.GetValueOrDefault(municipality.Code, municipality.Name + " kommun");

    // Å, ä and ö come after z, and stand in that order; the machine's own culture data may not be asked.
    private static string SwedishOrder(string name) =>
        name.ToLowerInvariant().Replace('å', '{').Replace('ä', '|').Replace('ö', '}');
}
