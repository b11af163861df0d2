namespace Utvardering.Portal.Tests.Browser;

/// <summary>Tests that share the browser and the node; one at a time, since they share the jobs.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserGroup : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
