namespace Utvardering.Ingestion.Deliveries.Contract;

/// <summary>How the values of a contract's column are written.</summary>
public enum ColumnForm
{
    /// <summary>One of a code list: its code or its label.</summary>
    Code,

    /// <summary>A municipality: its code, its name, or both.</summary>
    Municipality,

    /// <summary>2024K1 and the like.</summary>
    Quarter,

    /// <summary>2024-03 and the like.</summary>
    Month,

    /// <summary>A count.</summary>
    WholeNumber,

    /// <summary>A number with decimals, comma or point.</summary>
    Number,

    /// <summary>A text of its own.</summary>
    Text,
}
