namespace Utvardering.Disclosure.Tables;

/// <summary>
/// The effect of one outcome under one design, between the windows before and after the start. Levels are means over municipalities in the
/// outcome's unit; of synthetic designs the control's are those of the synthetic control. What could not be estimated is no row here but a decision, which says why.
/// </summary>
public sealed record EffectRow
{
    public required string ResultId { get; init; }
    public required string PlanId { get; init; }
    public required string PlanHash { get; init; }
    public required string OutcomeId { get; init; }
    public required string DesignId { get; init; }
    public required string IndicatorId { get; init; }
    public required string Origin { get; init; }
    public required string Estimator { get; init; }
    public required string Inference { get; init; }

    /// <summary>The effect in the indicator's unit.</summary>
    public double? Estimate { get; init; }

    /// <summary>The interval's ends; infinite where the level can't be reached with so few units.</summary>
    public double? Low { get; init; }
    public double? High { get; init; }
    public double Level { get; init; }

    /// <summary>The standard error in the indicator's unit, for inference that has one.</summary>
    public double? StandardError { get; init; }

    /// <summary>Two-sided p-value.</summary>
    public double? PValue { get; init; }

    /// <summary>The p-value corrected (Holm) for the other outcomes of the same family and role under this design.</summary>
    public double? PHolm { get; init; }

    /// <summary>The least p-value that the number of assignments allows; null where it rests on none.</summary>
    public double? MinimumPValue { get; init; }
    public double? TreatedBefore { get; init; }
    public double? TreatedAfter { get; init; }
    public double? ControlBefore { get; init; }
    public double? ControlAfter { get; init; }

    /// <summary>The effect as a share of what the treated would have had: estimate ÷ (treated before + change of the controls).</summary>
    public double? Relative { get; init; }
    public double? RelativeLow { get; init; }
    public double? RelativeHigh { get; init; }
    public int TreatedUnits { get; init; }
    public int ControlUnits { get; init; }

    /// <summary>Assignments or placebos behind the p-value; 0 where there are none.</summary>
    public long Assignments { get; init; }
    public long Seed { get; init; }
    public DateOnly? BeforeFrom { get; init; }
    public DateOnly? BeforeTo { get; init; }
    public DateOnly? AfterFrom { get; init; }
    public DateOnly? AfterTo { get; init; }
    public int BeforePeriods { get; init; }
    public int AfterPeriods { get; init; }

    /// <summary>The least group total of persons behind the figures, for delivered indicators.</summary>
    public long? Persons { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
