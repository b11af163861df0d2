using System.Globalization;
using Utvardering.Validation.Methods;
using Utvardering.Validation.Simulation;

namespace Utvardering.Validation.Report;

/// <summary>How verdicts, methods and figures are written.</summary>
internal static class Texts
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.Conservative => "conservative",
        Verdict.OverRejects => "over-rejects",
        _ => "not defined",
    };

    public static string Of(double value, int decimals = 3) => double.IsNaN(value) ? "–" : value.ToString($"F{decimals}", CultureInfo.InvariantCulture);

    public static string WithError(double value, double error) => double.IsNaN(value) ? "–" : $"{Of(value)} ({Of(error)})";

    public static string List(IEnumerable<InferenceMethod> methods) => Or(string.Join(", ", methods.Select(method => $"`{method.Id}`")), "none");

    public static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
