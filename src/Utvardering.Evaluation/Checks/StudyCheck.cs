namespace Utvardering.Evaluation.Checks;

/// <summary>The main question answered in another way.</summary>
/// <param name="Kind">See <see cref="Disclosure.Tables.SensitivityRow.Kind"/>.</param>
/// <param name="Variant">Which of the kind; empty where there is one only.</param>
/// <param name="Estimate">In the indicator's unit, or as a share where <see cref="IsRelative"/>; NaN where there is none.</param>
/// <param name="Low">The interval's lower end.</param>
/// <param name="High">The interval's upper end.</param>
/// <param name="PValue">NaN where there is none.</param>
internal sealed record StudyCheck(string Kind, string Variant, double Estimate, double Low, double High, double PValue)
{
    public bool IsRelative { get; init; }

    /// <summary>Whether it speaks for the main answer; null where it can't say.</summary>
    public bool? Agrees { get; init; }

    public int TreatedUnits { get; init; }

    public int ControlUnits { get; init; }

    /// <summary>Whether the figure, beside the main one, tells a single municipality's.</summary>
    public bool TellsOne { get; init; }

    /// <summary>Why it could not be made; null where it was.</summary>
    public string? NotMade { get; init; }

    /// <summary>A check that the figures do not bear.</summary>
    public static StudyCheck Impossible(string kind, string variant, string why) => new(kind, variant, double.NaN, double.NaN, double.NaN, double.NaN) { NotMade = why };
}
