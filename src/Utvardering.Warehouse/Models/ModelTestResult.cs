namespace Utvardering.Warehouse.Models;

/// <summary>What came of one test of one model.</summary>
/// <param name="Model">schema.name</param>
/// <param name="Test">The test.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Rows">Offending rows; of a row count how many too many or too few.</param>
public sealed record ModelTestResult(string Model, ModelTest Test, bool Passed, long Rows)
{
    /// <summary>What is wrong, in words, or null.</summary>
    public string? Fault { get; init; }

    /// <summary>The newest date, where the test is of freshness and the table has rows.</summary>
    public DateOnly? Newest { get; init; }

    /// <summary>Whether it stops what reads the model.</summary>
    public bool Stopped => Test.Stops && !Passed;

    /// <summary>A sentence for whoever made the run.</summary>
    public string Sentence => $"{Model}: the test '{Test.Text}' does not hold: {Fault}.";
}
