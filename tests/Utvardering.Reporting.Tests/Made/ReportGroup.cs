namespace Utvardering.Reporting.Tests.Made;

/// <summary>The classes that read the written reports share one writing of them.</summary>
[CollectionDefinition(Name)]
public sealed class ReportGroup : ICollectionFixture<ReportFixture>
{
    public const string Name = "reports";
}
