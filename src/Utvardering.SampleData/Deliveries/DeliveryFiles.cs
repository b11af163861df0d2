using System.Globalization;
using System.Text;
using Utvardering.SampleData.Model;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Deliveries;

/// <summary>One CSV a delivering municipality with all its quarters: UTF-8 with byte order mark, semicolons, CRLF, counts without any person in them.</summary>
internal sealed class DeliveryFiles(World world)
{
    private const string Header = "kommunkod;kvartal;åldersgrupp;kön;mått;antal;av";

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
            foreach (var age in settings.Ages)
            {
                for (var sex = 0; sex < settings.Sexes.Count; sex++)
                {
                    Rows(text, new DeliveryCell(municipality, quarter, age, sex));
                }
            }
        }

        return text.ToString();
    }

    private void Rows(StringBuilder text, DeliveryCell cell)
    {
        var ended = measures.Single(counts => counts.Measure.Denominator).Count(cell);
        var (year, quarter) = (Period.Year(Grain.Quarter, cell.Quarter), Period.Place(Grain.Quarter, cell.Quarter) + 1);
        foreach (var counts in measures)
        {
            var share = counts.Measure.Kind == MeasureKind.Share;
            var number = share ? counts.Share(cell, ended) : counts.Count(cell);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{cell.Municipality.Code};{year}K{quarter};{cell.Age.Label};{settings.Sexes[cell.Sex].Label};{counts.Measure.Code};{number};{(share ? ended : null)}\r\n");
        }
    }
}
