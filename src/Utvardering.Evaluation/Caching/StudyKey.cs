using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Panels;

namespace Utvardering.Evaluation.Caching;

/// <summary>The hash of all that a study is made of.</summary>
internal sealed class StudyKey
{
    private readonly string shared;
    private readonly Dictionary<string, string> series = new(StringComparer.Ordinal);

    /// <param name="basis">What all studies share.</param>
    /// <param name="facts">The groups' members, the municipalities, the programmes and the hours of support, as the warehouse has them.</param>
    public StudyKey(EvaluationBasis basis, string facts)
    {
        var plan = basis.Plan;

        // Not the plan's name and hash: another outcome of it may change without this study changing.
        shared = JsonSerializer.Serialize(new { plan.Level, plan.Seed, plan.Coverage, plan.Windows, plan.Sensitivity, plan.Power, Facts = facts });
    }

    public string Of(StudyWork work) => Hash(string.Join('\n',
        shared,
        JsonSerializer.Serialize(work.Outcome),
        JsonSerializer.Serialize(work.Design),
        JsonSerializer.Serialize(new { work.Windows.Grain, work.Windows.Start, work.Windows.Before, work.Windows.After, work.Windows.OutOfReach }),
        JsonSerializer.Serialize(work.Windows.Starts.Select(start => new { start.Windows.Start, start.Windows.Before, start.Windows.After, start.Municipalities })),
        Of(work.Series)));

    private string Of(IndicatorSeries figures)
    {
        if (!series.TryGetValue(figures.Indicator.Id, out var hash))
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"{JsonSerializer.Serialize(figures.Indicator)} {figures.Origin} {figures.Source} {figures.Vintage}\n");
            foreach (var cell in figures.Cells)
            {
                text.Append(CultureInfo.InvariantCulture, $"{cell.Municipality} {cell.Period:O} {cell.Numerator:R} {cell.Denominator:R} {cell.Value:R} {cell.Status}\n");
            }

            foreach (var cell in figures.Groups)
            {
                text.Append(CultureInfo.InvariantCulture, $"{cell.Group} {cell.Period:O} {cell.Persons}\n");
            }

            series[figures.Indicator.Id] = hash = Hash(text.ToString());
        }

        return hash;
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
