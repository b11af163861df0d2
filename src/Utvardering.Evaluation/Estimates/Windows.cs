using Utvardering.Statistics.Panels;

namespace Utvardering.Evaluation.Estimates;

/// <summary>The periods before and after the start that an outcome is judged on.</summary>
/// <param name="Grain">The series' grain.</param>
/// <param name="Start">The first period in which the treated are treated.</param>
/// <param name="Before">The window before.</param>
/// <param name="After">The window after.</param>
internal sealed record Windows(PeriodGrain Grain, DateOnly Start, PeriodWindow Before, PeriodWindow After);
