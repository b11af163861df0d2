namespace Utvardering.Ingestion.Deliveries.Reading;

/// <summary>What a part of a workbook outside its table is.</summary>
internal enum OtherPartUse
{
    /// <summary>Of our template, or written by the spreadsheet program itself: searched for personal data.</summary>
    Expected,

    /// <summary>A sheet that the template does not have: anything on it refuses the file.</summary>
    UnknownSheet,

    /// <summary>Comments and text boxes: any text in them refuses the file.</summary>
    FreeText,
}
