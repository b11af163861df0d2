using System.Globalization;
using System.Text;
using Utvardering.SampleData.Chances;
using Utvardering.SampleData.Model;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Deliveries;

/// <summary>One CSV a giver of support with all its municipalities and months: UTF-8 with byte order mark, semicolons, CRLF, decimal commas.</summary>
internal sealed class SupportFiles(World world)
{
    private const string Header = "kommunkod;månad;område;slag;timmar";

    private readonly SupportSettings settings = world.Settings.SupportLog;

    public IReadOnlyList<SampleFile> Files() =>
    [
        .. settings.Givers
            .Where(giver => First(giver) <= world.Calendar.LastLoggedMonth)
            .Select(giver => new SampleFile(giver.File + ".csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(giver))])),
    ];

    private static int First(SupportGiver giver) => Period.Of(Grain.Month, giver.From);

    private string Text(SupportGiver giver)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        var last = Math.Min(world.Calendar.LastLoggedMonth, giver.To is { } to ? Period.Of(Grain.Month, to) : int.MaxValue);
        foreach (var municipality in world.Municipalities.Where(municipality => world.Settings.Groups[giver.Group].Members.Contains(municipality.Code)))
        {
            for (var month = First(giver); month <= last; month++)
            {
                foreach (var line in giver.Lines)
                {
                    // As those who give support write them: whole and half hours.
                    var hours = Math.Round(Hours(giver, line, municipality, month) * 2) / 2;
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"{municipality.Code};{Period.Year(Grain.Month, month)}-{Period.Place(Grain.Month, month) + 1:00};{line.Strand};{line.Kind};{Written(hours)}\r\n");
                }
            }
        }

        return text.ToString();
    }

    private double Hours(SupportGiver giver, SupportLine line, Municipality municipality, int month)
    {
        var size = new Chance(world.Settings.Seed, $"support {giver.File}").At(municipality.Number, 0).Factor(giver.Spread);
        var chance = new Chance(world.Settings.Seed, $"support {giver.File} {line.Strand} {line.Kind}").At(municipality.Number, month);
        var phase = Math.Min(1, (month - First(giver) + 1) / (double)giver.PhaseInMonths);
        return line.Hours * size * phase * settings.Season[Period.Place(Grain.Month, month)] * chance.Factor(settings.MonthSpread);
    }

    private static string Written(double hours) => hours.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',');
}
