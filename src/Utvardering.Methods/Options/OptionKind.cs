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

    /// <summary>A period of the time column, written as there.</summary>
    Period,

    /// <summary>Numbers with commas between.</summary>
    Numbers,

    /// <summary>Any text.</summary>
    Text,
}
