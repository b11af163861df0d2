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

    /// <summary>The last year the key figure is made for; null: it goes on.</summary>
    public int? Ended { get; init; }

    /// <summary>With <see cref="KpiKind.ChildRate"/>: how many children the level is by.</summary>
    public double Per { get; init; } = 1000;

    /// <summary>Factor of K (women) and M (men).</summary>
    public Dictionary<string, double> Genders { get; init; } = [];

    public double CasesPerChild { get; init; }

    public double CaseSpread { get; init; }

    /// <summary>Values that rest on fewer cases than this, but more than none, are withheld.</summary>
    public int SuppressBelow { get; init; }

    public double Participation { get; init; } = 1;

    public double Missing { get; init; }
}
