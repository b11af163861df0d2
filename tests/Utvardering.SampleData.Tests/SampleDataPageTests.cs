using Utvardering.SampleData.Documentation;
using Utvardering.Testing;

namespace Utvardering.SampleData.Tests;

public class SampleDataPageTests
{
    [Fact]
    public void The_page_says_what_the_settings_say()
    {
        var path = Path.Combine(Repository.Root, "docs", "sample-data.md");
        var text = SampleDataPage.Text(Sample.Pipelines);
        if (Environment.GetEnvironmentVariable("UTVARDERING_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == text, $"{path} is not what world.yaml gives. Run this test with UTVARDERING_WRITE_DOCS=1 and commit the page.");
    }

    [Fact]
    public void Every_outcome_and_every_effect_is_on_the_page()
    {
        var text = SampleDataPage.Text(Sample.Pipelines);
        Assert.All(Sample.Behind.Settings.Outcomes, outcome => Assert.Contains($"| `{outcome.Id}` | {outcome.Title.Sv} |", text, StringComparison.Ordinal));
        Assert.All(Sample.World.PlantedEffects, effect => Assert.Contains(effect.Text.Sv, text, StringComparison.Ordinal));
    }
}
