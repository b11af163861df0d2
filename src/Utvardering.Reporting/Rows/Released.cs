namespace Utvardering.Reporting.Rows;

/// <summary>A released row and what the gate did to it.</summary>
/// <param name="Row">The row; its figures are null where a rule emptied them.</param>
/// <param name="Rule">The id of the rule that emptied the figures, or empty.</param>
internal sealed record Released<T>(T Row, string Rule)
{
    public bool IsSuppressed => Rule.Length > 0;
}
