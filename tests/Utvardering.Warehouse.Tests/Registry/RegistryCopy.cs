using Utvardering.Testing;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Warehouse.Tests.Registry;

/// <summary>A copy of the repository's registry to write mistakes into.</summary>
internal sealed class RegistryCopy : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public RegistryCopy()
    {
        Directory.CreateDirectory(folder["registry"]);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "pipelines", "registry")))
        {
            File.Copy(file, folder["registry/" + Path.GetFileName(file)]);
        }
    }

    /// <summary>The path of a file, such as <c>groups.yaml</c>.</summary>
    public string this[string file] => folder["registry/" + file];

    public void Replace(string file, string right, string wrong)
    {
        var text = File.ReadAllText(this[file]);
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(this[file], text.Replace(right, wrong, StringComparison.Ordinal));
    }

    public RegistryFiles Load() => RegistryFiles.Load(folder.Path);

    /// <summary>What is said of the mistake.</summary>
    public string Message() => Assert.Throws<InputException>(Load).Message;

    public void Dispose() => folder.Dispose();
}
