using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Utvardering.Warehouse.Settings;

/// <summary>A YAML file of <c>pipelines/</c>, read strictly: every mistake is told with file and line.</summary>
public static class SettingsFile
{
    /// <summary>Reads the file's one document.</summary>
    /// <exception cref="InputException">The file is absent, is not YAML, or holds no document.</exception>
    public static SettingsNode Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"{path} is missing. Restore it from the repository, or name another.");
        }

        var stream = new YamlStream();
        try
        {
            using var reader = new StreamReader(path);
            stream.Load(reader);
        }
        catch (YamlException fault)
        {
            throw new InputException($"{path} line {fault.Start.Line}: this is not valid YAML ({fault.Message}). Mend the line and run again.", fault);
        }

        return stream.Documents.Count == 1
            ? new SettingsNode(path, "", stream.Documents[0].RootNode)
            : throw new InputException($"{path} should hold one YAML document and holds {stream.Documents.Count}.");
    }

    /// <summary>The files of a folder in name order: what <c>pipelines/</c> lists is read in the same order everywhere.</summary>
    public static IReadOnlyList<string> In(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)]
        : [];
}
