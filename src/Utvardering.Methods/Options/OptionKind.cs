namespace Utvardering.Methods.Options;

/// <summary>What an option's value may be.</summary>
public enum OptionKind
{
    /// <summary>One of a list of words.</summary>
    Choice,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number with decimal point.</summary>
    Number,

    /// <summary>yes or no.</summary>
    Flag,

    /// <summary>The name of a column of the table.</summary>
    Column,

    /// <summary>The names of columns of the table, with commas between.</summary>
    Columns,

    /// <summary>Names of columns with commas between, each with the periods over which it is averaged after a colon, or none: beer:1984..1988,price:1975,income.</summary>
    Averages,

    /// <summary>A period of the time column, written as there.</summary>
    Period,

    /// <summary>Numbers with commas between.</summary>
    Numbers,

    /// <summary>Texts with commas between.</summary>
    Texts,

    /// <summary>Any text.</summary>
    Text,
}
