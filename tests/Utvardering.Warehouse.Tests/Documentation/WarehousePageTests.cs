using Utvardering.Testing;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Warehouse.Tests.Documentation;

public sealed class WarehousePageTests
{
    [Fact]
    public void The_page_is_what_the_models_and_the_registry_say()
    {
        var path = Path.Combine(Repository.Root, "docs", "warehouse.md");
        var text = WarehousePage.Text(RegistryFiles.Load(Path.Combine(Repository.Root, "pipelines")));
        if (Environment.GetEnvironmentVariable("UTVARDERING_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == text, $"{path} is not what the models say. Run this test with UTVARDERING_WRITE_DOCS=1 and commit the page.");
    }
}
