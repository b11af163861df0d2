namespace Utvardering.Reporting.Tests.Charts;

/// <summary>The classes that draw share one worker and take turns: they would only contend for the processor.</summary>
[CollectionDefinition(Name)]
public sealed class DrawingGroup : ICollectionFixture<ChartWorkerFixture>
{
    public const string Name = "drawing";
}
