namespace Utvardering.Ingestion.PersonalData;

/// <summary>What the gate must know of a dataset.</summary>
public sealed record GateRules
{
    /// <summary>The day of judging: later dates of birth, and those more than 125 years before, are none.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Use by column title, upper or lower case alike. A title that is not here is scanned, and never repeated in a finding.</summary>
    public IReadOnlyDictionary<string, ColumnUse> Columns { get; init; } = new Dictionary<string, ColumnUse>();

    /// <summary>True: whatever stands outside the titles of <see cref="Columns"/> refuses the file, and so does an unknown title.</summary>
    public bool OnlyKnownColumns { get; init; }

    /// <summary>The most characters that a value can have: a longer cell is a text of its own, and refuses the file. Null: any.</summary>
    public int? LongestValue { get; init; }

    /// <summary>Set where each row is one person: the columns by which someone could be recognised (municipality, age group, sex, quarter …).</summary>
    public IReadOnlyList<string> QuasiIdentifiers { get; init; } = [];

    /// <summary>k: groups with fewer rows refuse the file.</summary>
    public int SmallestGroup { get; init; } = 5;

    /// <summary>
    /// The use of a column of numbers. Only a declared maximum of ten digits or more makes room for bare ten-digit numbers:
    /// where the schema allows none, such a cell is refused anyway, and it is better refused without being printed.
    /// </summary>
    public static ColumnUse UseOfNumbers(decimal? maximum) => maximum >= 1_000_000_000m ? ColumnUse.Amount : ColumnUse.Scan;
}
