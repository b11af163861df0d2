namespace Utvardering.SampleData.Settings;

/// <summary>A key figure of Kolada, one value a municipality and year, or three when divided by gender.</summary>
internal sealed record Kpi : Outcome
{
    public required KpiKind Kind { get; init; }

    /// <summary>The title in Kolada's catalogue.</summary>
    public required string Name { get; init; }

    public required string Area { get; init; }

    public bool ByGender { get; init; }

    /// <summary>The day of the following year when it comes out.</summary>
    public required YearlyDay Published { get; init; }

    /// <summary>Factor of K (women) and M (men).</summary>
    public Dictionary<string, double> Genders { get; init; } = [];

    public double CasesPerChild { get; init; }

    public double CaseSpread { get; init; }

    /// <summary>Values that rest on fewer cases than this, but more than none, are withheld.</summary>
    public int SuppressBelow { get; init; }

    public double Participation { get; init; } = 1;

    public double Missing { get; init; }
}
