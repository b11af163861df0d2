using Utvardering.SampleData.Bra;
using Utvardering.SampleData.Deliveries;
using Utvardering.SampleData.Kolada;
using Utvardering.SampleData.Model;
using Utvardering.SampleData.Scb;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData;

/// <summary>
/// A synthetic world for the 290 municipalities that answers in the real sources' own formats: a pure function of
/// <c>pipelines/sample/world.yaml</c>, the municipality registry and the day up to which the sources have published.
/// </summary>
/// <remarks>No figure in it is a statistic. Safe for use by several threads.</remarks>
public sealed class SampleWorld
{
    /// <summary>The inbox of files exported from Brå's statistics site.</summary>
    public const string OffenceFolder = "bra-sol";

    /// <summary>The inbox of the municipalities' own files.</summary>
    public const string DeliveryFolder = "deliveries";

    /// <summary>The inbox of those who give support to municipalities.</summary>
    public const string SupportFolder = "support-log";

    /// <summary>The inboxes.</summary>
    public static IReadOnlyList<string> Folders { get; } = [OffenceFolder, DeliveryFolder, SupportFolder];

    private readonly World world;
    private readonly KoladaService kolada;
    private readonly ScbService scb;
    private readonly OffenceExport offences;
    private readonly DeliveryFiles deliveries;
    private readonly SupportFiles support;

    private SampleWorld(World world)
    {
        this.world = world;
        kolada = new KoladaService(world);
        scb = new ScbService(world);
        offences = new OffenceExport(world);
        deliveries = new DeliveryFiles(world);
        support = new SupportFiles(world);
    }

    /// <summary>A made-up retrieval time, the morning of the day asked for, so that two runs land the same bytes under the same time.</summary>
    public DateTimeOffset RetrievedAt => new(world.AsOf, new TimeOnly(4, 15), TimeSpan.Zero);

    /// <summary>What is true in this world: what an evaluation of it should find.</summary>
    public IReadOnlyList<PlantedEffect> PlantedEffects => world.Settings.Effects;

    /// <summary>The municipality codes of a group that effects are planted in.</summary>
    public IReadOnlyList<string> MembersOf(string group) => world.Settings.Groups[group].Members;

    /// <param name="pipelinesFolder">The folder that holds <c>sample/world.yaml</c> and <c>registry/municipalities.csv</c>.</param>
    /// <param name="asOf">The last day whose publications are out.</param>
    /// <exception cref="InvalidDataException">A file there can't be read as what it should be.</exception>
    public static SampleWorld Load(string pipelinesFolder, DateOnly asOf) => new(World.Load(pipelinesFolder, asOf));

    /// <summary>The day of the sample world when nobody asks for another.</summary>
    /// <exception cref="InvalidDataException">The settings can't be read.</exception>
    public static DateOnly DefaultAsOf(string pipelinesFolder) => WorldFile.Read(pipelinesFolder).AsOf;

    /// <summary>What the source at an address answers, errors of the source included.</summary>
    /// <param name="requestBody">The body of a POST; null for a GET.</param>
    /// <exception cref="ArgumentException">No source of the sample world lives at the address.</exception>
    public SampleAnswer Get(string address, string? requestBody = null)
    {
        if (Address.Below(KoladaService.BaseAddress, address) is { } toKolada)
        {
            return kolada.Answer(toKolada, address);
        }

        return Address.Below(ScbService.BaseAddress, address) is { } toScb
            ? scb.Answer(toScb, requestBody)
            : throw new ArgumentException(
                $"The sample world has no source at {address}. It answers below {KoladaService.BaseAddress} and {ScbService.BaseAddress}.",
                nameof(address));
    }

    /// <summary>The files of an inbox, in order of path.</summary>
    /// <exception cref="ArgumentException">The sample world has no such inbox.</exception>
    public IReadOnlyList<SampleFile> Files(string folder) => folder switch
    {
        OffenceFolder => offences.Files(),
        DeliveryFolder => deliveries.Files(),
        SupportFolder => support.Files(),
        _ => throw new ArgumentException($"The sample world has no folder \"{folder}\". It has {string.Join(", ", Folders)}.", nameof(folder)),
    };
}
