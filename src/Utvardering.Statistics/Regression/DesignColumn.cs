namespace Utvardering.Statistics.Regression;

/// <summary>One regressor: a name and one value for each row.</summary>
/// <param name="Name">What the coefficient is called in results and errors.</param>
/// <param name="Values">One value for each row, in the order of the outcome. The array is read, never written.</param>
public sealed record DesignColumn(string Name, double[] Values)
{
    /// <summary>The name of the constant.</summary>
    public const string InterceptName = "(Intercept)";

    /// <summary>The constant.</summary>
    /// <param name="rows">The number of rows.</param>
    public static DesignColumn Intercept(int rows)
    {
        var values = new double[rows];
        Array.Fill(values, 1);
        return new(InterceptName, values);
    }
}
