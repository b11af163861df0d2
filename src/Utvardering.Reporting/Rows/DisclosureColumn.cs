namespace Utvardering.Reporting.Rows;

/// <summary>The column that the gate adds to the tables it judges row by row.</summary>
internal sealed record DisclosureColumn
{
    /// <summary>The id of the rule that emptied the row's figures, or empty.</summary>
    public string? Disclosure { get; init; }
}
