using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Registry;

/// <summary>The registry as <c>pipelines/registry</c> states it, with every reference checked.</summary>
public sealed class RegistryFiles
{
    private RegistryFiles(
        IReadOnlyList<Municipality> municipalities, IReadOnlyList<SourceDocument> documents, IReadOnlyList<Programme> programmes,
        IReadOnlyList<Indicator> indicators, IReadOnlyList<ComparisonGroup> groups, IReadOnlyList<PopulationClass> populationClasses,
        IReadOnlyList<Correction> corrections)
    {
        Municipalities = municipalities;
        Documents = documents;
        Programmes = programmes;
        Indicators = indicators;
        Groups = groups;
        PopulationClasses = populationClasses;
        Corrections = corrections;
    }

    public IReadOnlyList<Municipality> Municipalities { get; }
    public IReadOnlyList<SourceDocument> Documents { get; }
    public IReadOnlyList<Programme> Programmes { get; }
    public IReadOnlyList<Indicator> Indicators { get; }
    public IReadOnlyList<ComparisonGroup> Groups { get; }
    public IReadOnlyList<Correction> Corrections { get; }

    /// <summary>By size, the first from 0.</summary>
    public IReadOnlyList<PopulationClass> PopulationClasses { get; }

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
        var indicators = Read(folder, "indicators.yaml", node => RegistryReader.Indicator(node, documentIds));
        var groups = Read(folder, "groups.yaml", new GroupReader(programmes).Read);
        var classes = Ascending(Path.Combine(folder, "population-classes.yaml"), Read(folder, "population-classes.yaml", RegistryReader.PopulationClass));
        var corrections = Read(folder, "corrections.yaml", node => CorrectionReader.Read(node, documentIds));
        return new RegistryFiles(municipalities, documents, programmes, indicators, groups, classes, corrections);
    }

    private static List<PopulationClass> Ascending(string file, List<PopulationClass> classes) =>
        classes.Count > 0 && classes[0].From == 0 && classes.Zip(classes.Skip(1)).All(pair => pair.First.From < pair.Second.From)
            ? classes
            : throw new InputException($"{file}: the classes should begin at 0 and each further one higher than the one before. Mend their order.");

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
