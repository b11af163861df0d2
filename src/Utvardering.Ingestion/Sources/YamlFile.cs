using Utvardering.Warehouse;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Utvardering.Ingestion.Sources;

internal static class YamlFile
{
    /// <exception cref="InputException">The file is absent, is not YAML, or does not hold one mapping.</exception>
    public static YamlMap Read(string file)
    {
        try
        {
            using var reader = File.OpenText(file);
            var stream = new YamlStream();
            stream.Load(reader);
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? new(file, "", root)
                : throw new InputException($"{file}, line 1: a mapping of keys and values is expected here.");
        }
        catch (YamlException error)
        {
            throw new InputException($"{file}, line {error.Start.Line}: this is not YAML: {error.Message}", error);
        }
        catch (FileNotFoundException error)
        {
            throw new InputException($"{file} does not exist.", error);
        }
    }
}
