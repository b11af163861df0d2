using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.Tests.Regression;

/// <summary>The models of oracle 03, written out as columns.</summary>
internal sealed record FixestCase(double[] Outcome, DesignColumn[] Columns, Grouping Id, int[] Times, double[]? Weights)
{
    public Grouping Period => Grouping.Of("period", Times);

    public static FixestCase Of(string block)
    {
        var staggered = block.StartsWith("base_stagg", StringComparison.Ordinal);
        var rows = new Oracle("03_twfe_fixest").Rows(staggered ? "base_stagg.csv" : "data.csv").ToArray();
        double[] Column(string name) => [.. rows.Select(row => Oracle.Number(row[name]))];
        var time = Column(staggered ? "time_to_treatment" : "period");
        var treated = Column(staggered ? "treated" : "treat");
        DesignColumn[] columns = block switch
        {
            "base_did_event_study" => Interactions("period::{0}:treat", time, treated, [5]),
            "base_stagg_event_study" => Interactions("time_to_treatment::{0}:treated", time, treated, [-1, -1000]),
            "base_stagg_twfe" => [new("D", [.. time.Zip(treated, (t, on) => on == 1 && t >= 0 ? 1.0 : 0)])],
            _ => [new("treat:post", [.. treated.Zip(Column("post"), (on, post) => on * post)])],
        };
        return new(
            Column("y"),
            [new("x1", Column("x1")), .. columns],
            Grouping.Of("id", Column("id")),
            [.. Column(staggered ? "year" : "period").Select(value => (int)value)],
            block == "base_did_weighted" ? [.. Column("id").Select(id => 1 + (id % 3))] : null);
    }

    public RegressionFit Fit(int threads = 1) =>
        FixedEffectsLeastSquares.Fit(Outcome, Columns, [Id, Period], new() { Weights = Weights, Threads = threads });

    private static DesignColumn[] Interactions(string name, double[] time, double[] treated, double[] references) =>
    [
        .. time.Distinct().Order().Where(value => !references.Contains(value)).Select(value => new DesignColumn(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, name, value),
            [.. time.Zip(treated, (t, on) => t == value ? on : 0)])),
    ];
}
