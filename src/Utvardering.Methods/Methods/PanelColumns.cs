using Utvardering.Methods.Catalog;

namespace Utvardering.Methods.Methods;

/// <summary>Columns that methods on panels have in common, worded once.</summary>
internal static class PanelColumns
{
    public static MethodColumn Unit { get; } = new(ColumnRole.Unit, "the unit, such as a municipality code.");

    public static MethodColumn Time { get; } = new(ColumnRole.Time, "the period: a whole number, a day, 2024-Q1 or 2024-03.");

    public static MethodColumn Outcome { get; } = new(ColumnRole.Outcome, "the outcome; empty where missing.");

    public static MethodColumn Treated { get; } = new(ColumnRole.Treated, "1 in the periods in which the unit is treated, else 0 (this or --cohort).", Required: false);

    public static MethodColumn Cohort { get; } = new(
        ColumnRole.Cohort, "the first period in which the unit is treated; empty, 0 or 10000 where it never is (this or --treated).", Required: false);

    public static MethodColumn Exposure { get; } = new(ColumnRole.Exposure, "the exposure (population, person-months): the outcome is then a count.", Required: false);

    public static MethodColumn Cluster { get; } = new(ColumnRole.Cluster, "the cluster of standard errors; the unit where left out.", Required: false);

    public static MethodColumn Weights { get; } = new(ColumnRole.Weights, "weights of the rows.", Required: false);

    public static MethodColumn Covariates { get; } = new(ColumnRole.Covariates, "covariates, with commas between.", Required: false);

    /// <summary>Units with one start.</summary>
    public static IReadOnlyList<MethodColumn> OneStart { get; } = [Unit, Time, Outcome, Treated, Cohort, Exposure];
}
