namespace Utvardering.Statistics.Tests;

internal static class Assertion
{
    /// <summary>Equal within an absolute tolerance; infinities and NaN equal themselves.</summary>
    public static void Near(double expected, double actual, double tolerance) =>
        Assert.True(IsNear(expected, actual, tolerance), $"Expected {expected:R} within {tolerance}, got {actual:R}.");

    public static bool IsNear(double expected, double actual, double tolerance) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance;
}
