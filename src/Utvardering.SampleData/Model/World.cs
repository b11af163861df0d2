using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Model;

/// <summary>What every source of the sample world shares.</summary>
internal sealed record World(WorldSettings Settings, IReadOnlyList<Municipality> Municipalities, DateOnly AsOf)
{
    public PopulationModel Population { get; } = new(Settings, Municipalities, Math.Max(AsOf.Year, Settings.Population.FirstYear));

    public PublicationCalendar Calendar { get; } = new(Settings, AsOf);

    /// <summary>The means of an outcome from the source's first year to the end of the year the world has come to.</summary>
    public OutcomeModel Model(Outcome outcome, Grain grain, int firstYear) => new(
        Settings,
        Municipalities,
        outcome,
        grain,
        Period.Of(grain, firstYear),
        Math.Max(Period.Of(grain, AsOf.Year + 1) - 1, Period.Of(grain, firstYear)));

    public static World Load(string pipelinesFolder, DateOnly asOf) =>
        new(WorldFile.Read(pipelinesFolder), MunicipalityRegister.Read(pipelinesFolder), asOf);
}
