using Utvardering.Warehouse;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Utvardering.Ingestion.Sources;

internal static class YamlFile
{
    /// <exception cref="InputException">The file is absent, is not YAML, or does not hold one mapping.</exception>
    public static YamlMap Read(string file)
    {
        Scanner? scanner = null;
        try
        {
            using var reader = File.OpenText(file);
            scanner = new Scanner(reader);
            var stream = new YamlStream();
            stream.Load(new Parser(scanner));
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? new(file, "", root)
                : throw new InputException($"{file}, line 1: a mapping of keys and values is expected here.");
        }
        catch (YamlException error)
        {
            throw new InputException($"{file}, line {error.Start.Line}: this is not YAML: {error.Message}", error);
        }
        catch (InvalidOperationException error)
        {
            // YamlDotNet 16.3 ends so, without a place, on a mapping in braces that is not closed.
            throw new InputException($"{file}, line {scanner?.CurrentPosition.Line ?? 1}: this is not YAML. Is a brace or bracket on the line before not closed?", error);
        }
        catch (FileNotFoundException error)
        {
            throw new InputException($"{file} does not exist.", error);
        }
    }
}
