using System.Globalization;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Scb;

/// <summary>The nation, a county or a municipality.</summary>
/// <param name="Number">Keys the region's cell noise; counties and the nation lie above the municipalities' codes.</param>
internal sealed record ScbRegion(string Code, string Label, int Number, IReadOnlyList<Municipality> Municipalities)
{
    /// <summary>All regions in order of code, as SCB lists them: the nation, then each county before its municipalities.</summary>
    public static IReadOnlyList<ScbRegion> All(IReadOnlyList<Municipality> municipalities) =>
    [
        .. municipalities.GroupBy(municipality => (municipality.CountyCode, municipality.County))
            .Select(county => new ScbRegion(county.Key.CountyCode, county.Key.County, 10_000 + int.Parse(county.Key.CountyCode, CultureInfo.InvariantCulture), [.. county]))
            .Concat(municipalities.Select(municipality => new ScbRegion(municipality.Code, municipality.Name, municipality.Number, [municipality])))
            .Append(new ScbRegion("00", "Riket", 10_000, municipalities))
            .OrderBy(region => region.Code, StringComparer.Ordinal),
    ];
}
