using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Registry;

/// <summary>The registry as <c>pipelines/registry</c> states it, with every reference checked.</summary>
public sealed class RegistryFiles
{
    private RegistryFiles(
        IReadOnlyList<Municipality> municipalities, IReadOnlyList<SourceDocument> documents, IReadOnlyList<Programme> programmes,
        IReadOnlyList<Indicator> indicators, IReadOnlyList<ComparisonGroup> groups, IReadOnlyList<Correction> corrections)
    {
        Municipalities = municipalities;
        Documents = documents;
        Programmes = programmes;
        Indicators = indicators;
        Groups = groups;
        Corrections = corrections;
    }

    public IReadOnlyList<Municipality> Municipalities { get; }
    public IReadOnlyList<SourceDocument> Documents { get; }
    public IReadOnlyList<Programme> Programmes { get; }
    public IReadOnlyList<Indicator> Indicators { get; }
    public IReadOnlyList<ComparisonGroup> Groups { get; }
    public IReadOnlyList<Correction> Corrections { get; }

    /// <summary>Reads the registry of a <c>pipelines</c> folder.</summary>
    /// <exception cref="InputException">A file is missing, malformed, or refers to something that the registry lacks.</exception>
    public static RegistryFiles Load(string pipelines)
    {
        var folder = Path.Combine(pipelines, "registry");
        var municipalities = MunicipalityFile.Load(Path.Combine(folder, "municipalities.csv"));
        var documents = Read(folder, "documents.yaml", RegistryReader.Document);
        var codes = municipalities.Select(municipality => municipality.Code).ToHashSet(StringComparer.Ordinal);
        var documentIds = documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        var programmes = Read(folder, "programmes.yaml", node => RegistryReader.Programme(node, codes, documentIds));
        var indicators = Read(folder, "indicators.yaml", RegistryReader.Indicator);
        var programmeIds = programmes.Select(programme => programme.Id).ToHashSet(StringComparer.Ordinal);
        var targeted = programmes.Where(programme => programme.Targeted).Select(programme => programme.Id).ToList();
        var groups = Read(folder, "groups.yaml", node => RegistryReader.Group(node, programmeIds, targeted));
        var corrections = Read(folder, "corrections.yaml", node => CorrectionReader.Read(node, documentIds));
        return new RegistryFiles(municipalities, documents, programmes, indicators, groups, corrections);
    }

    private static List<T> Read<T>(string folder, string file, Func<SettingsNode, T> read)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var list = new List<T>();
        foreach (var item in SettingsFile.Load(Path.Combine(folder, file)).Items())
        {
            if (!seen.Add(item["id"].Text()))
            {
                throw item["id"].Fault($"'{item["id"].Text()}' stands twice");
            }

            list.Add(read(item));
        }

        return list;
    }
}
