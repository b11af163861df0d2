namespace Utvardering.Reporting.Charts;

/// <summary>The texts of a chart, all given by the caller in the chart's language. Long ones are broken into lines.</summary>
/// <param name="Title">What is seen, as a sentence without a full stop.</param>
/// <param name="Subtitle">What is measured, in which unit, and how to read the signs; may be empty.</param>
/// <param name="Description">The alternative text: what is seen, for those who do not see it.</param>
/// <param name="Source">The source line under the chart, e.g. <c>Källa: Brå, egen bearbetning.</c></param>
/// <param name="Banner">A marking above the title, e.g. <c>EXEMPELDATA – syntetiska uppgifter</c>; null for none.</param>
public sealed record ChartTexts(string Title, string Subtitle, string Description, string Source, string? Banner = null);
