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

        using var reader = new StreamReader(path);
        var scanner = new Scanner(reader);
        var stream = new YamlStream();
        try
        {
            stream.Load(new Parser(scanner));
        }
        catch (InvalidOperationException fault)
        {
            // YamlDotNet 16.3 ends so, without a place, on a mapping in braces that is not closed.
            throw new InputException($"{path} line {scanner.CurrentPosition.Line}: this is not valid YAML. Is a brace or bracket on the line before not closed? Mend it and run again.", fault);
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
