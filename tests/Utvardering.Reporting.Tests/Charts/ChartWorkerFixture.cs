using System.Xml.Linq;
using Utvardering.Reporting.Charts;

namespace Utvardering.Reporting.Tests.Charts;

/// <summary>One worker for the tests that only draw, ended with the last of them, and the recipes as it drew them.</summary>
public sealed class ChartWorkerFixture : IAsyncLifetime
{
    private Dictionary<string, RenderedChart>? recipes;

    public ChartWorker Worker { get; } = new();

    public async Task<IReadOnlyDictionary<string, RenderedChart>> RecipesAsync()
    {
        if (recipes is not null) return recipes;
        var drawn = new Dictionary<string, RenderedChart>();
        foreach (var (name, spec) in Recipes.All) drawn[name] = await Worker.RenderAsync(spec, png: true, scale: 1);
        return recipes = drawn;
    }

    public async Task<XDocument> RecipeAsync(string name) => XDocument.Parse((await RecipesAsync())[name].Svg);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Worker.DisposeAsync();
}
