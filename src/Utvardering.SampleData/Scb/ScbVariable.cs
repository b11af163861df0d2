namespace Utvardering.SampleData.Scb;

/// <summary>A variable of a table with its values in order.</summary>
/// <param name="Show">What SCB's own pages show of a value: code, value or code_value.</param>
/// <param name="MayBeLeftOut">Whether a question may leave the variable out and get its total (SCB: elimination).</param>
/// <param name="Total">The value that stands for the total, when one of the values does.</param>
internal sealed record ScbVariable(
    string Code, string Label, IReadOnlyList<(string Code, string Label)> Values, string Show, bool MayBeLeftOut = false, string? Total = null);
