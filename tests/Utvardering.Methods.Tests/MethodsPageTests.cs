using Utvardering.Methods.Catalog;
using Utvardering.Methods.Documentation;
using Utvardering.Testing;

namespace Utvardering.Methods.Tests;

public sealed class MethodsPageTests
{
    [Fact]
    public void The_page_is_what_the_methods_say_of_themselves()
    {
        var path = Path.Combine(Repository.Root, "docs", "methods.md");
        var text = MethodsPage.Write();
        if (Environment.GetEnvironmentVariable("UTVARDERING_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == text, $"{path} is not what the methods say. Run this test with UTVARDERING_WRITE_DOCS=1 and commit the page.");
    }

    [Fact]
    public void Methods_options_and_tables_have_one_name_each()
    {
        Assert.Distinct(MethodCatalog.All.Select(method => method.Description.Name));
        Assert.All(MethodCatalog.All, method => Assert.Distinct(method.Description.Options.Select(option => option.Name)));
        Assert.All(MethodCatalog.All, method => Assert.Distinct(method.Description.Tables.Select(table => table.Name)));
    }
}
