using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Regression;

namespace Utvardering.Methods.Methods;

/// <summary>What the methods by regression share: columns, options and the rows of their tables.</summary>
internal static class PanelRegressionByName
{
    public static IReadOnlyList<MethodColumn> Columns { get; } =
        [PanelColumns.Unit, PanelColumns.Time, PanelColumns.Outcome, PanelColumns.Treated, PanelColumns.Cohort, PanelColumns.Cluster, PanelColumns.Weights, PanelColumns.Covariates];

    public static IReadOnlyList<MethodOption> Options { get; } = [.. RegressionErrors.Options(RegressionErrors.Linear), MethodOption.Grain, MethodOption.Confidence];

    public static MethodOption Reference { get; } = new("reference", OptionKind.WholeNumber, "-1", "The event time that the others are held against.");

    public static AnswerTable Covariates { get; } = new("covariates", "The covariates' coefficients.", [new("name", "the covariate"), .. Parts]);

    public static AnswerTable Times { get; } = new(
        "eventTimes", "By time since the start; before it, the check of parallel trends.", [new("eventTime", "periods since the start"), new("cells", "units × periods at it"), new("reference", "zero by construction"), .. Parts]);

    public static AnswerTable Cohorts { get; } = new("cohorts", "Average effect of each cohort.", [new("cohort", "first treated period"), new("cells", "its treated units × periods"), .. Parts]);

    public static AnswerTable CohortTimes { get; } = new(
        "cohortTimes", "Each cohort at each time since its start.", [new("cohort", "first treated period"), new("eventTime", "periods since the start"), new("cells", "units at it"), .. Parts]);

    public static AnswerTable PreTrend { get; } = new("preTrend", "Joint test that all estimates before the start are zero.",
        [new("f", "Wald's statistic over its degrees of freedom"), new("df1", "combinations tested"), new("df2", "of the standard errors"), new("pValue", "that all are zero")]);

    private static AnswerPart[] Parts =>
        [new("estimate", "estimate"), new("standardError", "its standard error"), new("low", "lower limit"), new("high", "upper limit"), new("pValue", "two-sided")];

    public static T Settings<T>(MethodInput input, T options)
        where T : PanelRegressionOptions => options with
        {
            Covariates = [.. input.Columns.Covariates],
            Errors = RegressionErrors.Kinds[input.Options.Text("errors")].Errors,
            Robust = RegressionErrors.Kinds[input.Options.Text("errors")].Kind,
            SmallSample = RegressionErrors.SmallSample(input.Options),
            Lag = input.Options.WholeOrNull("lag"),
            Confidence = input.Confidence,
        };

    /// <summary>The settings of a regression whose fixed effects can be chosen.</summary>
    public static PanelRegressionOptions WithEffects(MethodInput input) =>
        Settings(input, new PanelRegressionOptions { Effects = EffectColumns.Of(input) is { } effects ? [.. effects] : null });

    public static MethodTable Table(IEnumerable<Statistics.DifferenceInDifferences.NamedEstimate> covariates) =>
        Covariates.Filled(covariates.Select(one => Row(one.Estimate).Prepend(one.Name).ToArray()));

    public static MethodTable Table(IEnumerable<EventTimeEstimate> times) =>
        Times.Filled(times.Select(one => Row(one.Estimate).Prepend(one.IsReference).Prepend(one.Cells).Prepend(one.EventTime).ToArray()));

    public static MethodTable Table(MethodInput input, IEnumerable<CohortEstimate> cohorts) =>
        Cohorts.Filled(cohorts.Select(one => Row(one.Estimate).Prepend(one.Cells).Prepend(input.Time.Label(one.Cohort)).ToArray()));

    public static MethodTable Table(MethodInput input, IEnumerable<CohortEventTimeEstimate> cells) =>
        CohortTimes.Filled(cells.Select(one => Row(one.Estimate).Prepend(one.Cells).Prepend(one.EventTime).Prepend(input.Time.Label(one.Cohort)).ToArray()));

    public static MethodTable Table(WaldTest? test) => PreTrend.Filled(test is null ? [] : [[test.F, test.Numerator, test.Denominator, test.PValue]]);

    private static IEnumerable<object?> Row(Statistics.Results.Estimate estimate) =>
        [estimate.Value, estimate.StandardError, estimate.Interval.Low, estimate.Interval.High, estimate.PValue];
}
