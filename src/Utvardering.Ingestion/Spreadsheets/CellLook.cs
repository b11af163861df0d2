namespace Utvardering.Ingestion.Spreadsheets;

/// <summary>How a cell looks; the number is its place among the workbook's formats.</summary>
internal enum CellLook
{
    Plain,

    /// <summary>Whatever is typed stays text: a spreadsheet makes no date of 12-25 and drops no leading zero.</summary>
    Text,

    Heading,

    /// <summary>The heading of a column that must be filled in.</summary>
    RequiredHeading,

    Title,

    /// <summary>Lines broken within the cell.</summary>
    Wrapped,

    /// <summary>A value that broke a rule.</summary>
    Faulty,
}
