using System.Globalization;
using System.Text;
using Utvardering.SampleData.Model;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Deliveries;

/// <summary>One CSV a delivering municipality with all its quarters: UTF-8 with byte order mark, semicolons, CRLF, counts without any person in them.</summary>
internal sealed class DeliveryFiles(World world)
{
    private const string Header = "kommunkod;kvartal;åldersgrupp;kön;mått;instrument;antal;av;värde";

    private readonly DeliverySettings settings = world.Settings.Deliveries;
    private readonly DeliveryCounts[] measures = [.. world.Settings.Deliveries.Measures.Select(measure => new DeliveryCounts(world, measure))];

    public IReadOnlyList<SampleFile> Files()
    {
        var delivering = settings.Groups.SelectMany(group => world.Settings.Groups[group].Members).ToHashSet();
        return
        [
            .. world.Municipalities
                .Where(municipality => delivering.Contains(municipality.Code) && world.Calendar.LastDeliveredQuarter >= Period.Of(Grain.Quarter, settings.FirstYear))
                .Select(municipality => new SampleFile(municipality.Code + ".csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(municipality))])),
        ];
    }

    private string Text(Municipality municipality)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        for (var quarter = Period.Of(Grain.Quarter, settings.FirstYear); quarter <= world.Calendar.LastDeliveredQuarter; quarter++)
        {
            var ended = 0;
            foreach (var age in settings.Ages)
            {
                for (var sex = 0; sex < settings.Sexes.Count; sex++)
                {
                    ended += Cell(text, new DeliveryCell(municipality, quarter, age, sex));
                }
            }

            Figures(text, municipality, quarter, ended);
        }

        return text.ToString();
    }

    /// <returns>The investigations ended in the cell.</returns>
    private int Cell(StringBuilder text, DeliveryCell cell)
    {
        var ended = measures.Single(counts => counts.Measure.Denominator).Count(cell);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var counts in measures.Where(counts => counts.Measure.Kind != MeasureKind.Figure))
        {
            var measure = counts.Measure;
            var share = measure.Kind == MeasureKind.Share;
            var number = !share ? counts.Count(cell)
                : measure.Including is { } code ? counts.Including(cell, ended, numbers[code], measures.Single(other => other.Measure.Code == code).Probability(cell))
                : counts.Share(cell, ended);
            numbers[measure.Code] = number;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{cell.Municipality.Code};{Quarter(cell.Quarter)};{cell.Age.Label};{settings.Sexes[cell.Sex].Label};{measure.Code};{(measure.Instrument ? Instrument(cell.Municipality) : null)};{number};{(share ? ended : null)};\r\n");
        }

        return ended;
    }

    /// <summary>Medians and means can't be added up: they come for all ages and both sexes together, with a decimal comma.</summary>
    private void Figures(StringBuilder text, Municipality municipality, int quarter, int ended)
    {
        foreach (var counts in measures.Where(counts => counts.Measure.Kind == MeasureKind.Figure))
        {
            var over = (int)Math.Round(ended * counts.Measure.Of);
            var value = over > 0 ? counts.Figure(municipality, quarter).ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',') : "";
            text.Append(CultureInfo.InvariantCulture, $"{municipality.Code};{Quarter(quarter)};0–20;samtliga;{counts.Measure.Code};;;{over};{value}\r\n");
        }
    }

    private string Instrument(Municipality municipality) => settings.Instruments[municipality.Number % settings.Instruments.Count];

    private static string Quarter(int quarter) =>
        string.Create(CultureInfo.InvariantCulture, $"{Period.Year(Grain.Quarter, quarter)}K{Period.Place(Grain.Quarter, quarter) + 1}");
}
