namespace Utvardering.Ingestion.Adapters;

/// <summary>Where an event was: until 2025 the place is the municipality or the county; from 2026 it is the county, and the municipality stands last in the title.</summary>
internal sealed class PolicePlaces
{
    private readonly IReadOnlyDictionary<string, (string Code, string? LastYear)> municipalities;
    private readonly IReadOnlyDictionary<string, string> counties;

    private PolicePlaces(IReadOnlyDictionary<string, (string Code, string? LastYear)> municipalities, IReadOnlyDictionary<string, string> counties) =>
        (this.municipalities, this.counties) = (municipalities, counties);

    public static PolicePlaces Of(ProjectFolder project) => new(RegionNames.Of(project), RegionNames.CountiesOf(project));

    /// <param name="title">The last part of the event's title.</param>
    /// <returns>Both null when the place is not known; a municipality of another county than the place's is not believed.</returns>
    public (string? County, string? Municipality) Find(string? place, string title)
    {
        if (place is null)
        {
            return (null, null);
        }

        // "Uppsala" and "Örebro" are municipalities; as counties they are written "Uppsala län".
        var plain = RegionNames.PlainText(place);
        if (municipalities.TryGetValue(plain, out var municipality))
        {
            return (municipality.Code[..2], municipality.Code);
        }

        if (!counties.TryGetValue(plain, out var county) || county == "00")
        {
            return (null, null);
        }

        return municipalities.TryGetValue(RegionNames.PlainText(title), out var titled) && titled.Code.StartsWith(county, StringComparison.Ordinal)
            ? (county, titled.Code)
            : (county, null);
    }
}
