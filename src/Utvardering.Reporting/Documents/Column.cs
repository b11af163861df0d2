namespace Utvardering.Reporting.Documents;

/// <summary>A table's column.</summary>
/// <param name="Title">The heading, with the unit where the columns have different ones.</param>
/// <param name="IsNumber">Whether its cells are figures, which stand to the right.</param>
internal sealed record Column(string Title, bool IsNumber = false)
{
    /// <summary>Whether it stands in the data file only.</summary>
    public bool IsDataOnly { get; init; }

    /// <summary>Whether it stands on the page only: a text whose figures have columns of their own in the data file.</summary>
    public bool IsPageOnly { get; init; }

    /// <summary>A column of the data file only.</summary>
    public static Column OfData(string title, bool isNumber = true) => new(title, isNumber) { IsDataOnly = true };
}
