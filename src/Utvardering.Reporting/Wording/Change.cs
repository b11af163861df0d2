namespace Utvardering.Reporting.Wording;

/// <summary>A relative effect in words: what became of the level against what it would have been.</summary>
internal static class Change
{
    /// <summary>Above this share a percentage says little but that the level without the programme is near zero.</summary>
    private const double MoreThanTripled = 2;

    private const double Unseen = 0.0005;

    /// <summary>"12 procent lägre", before the word for level.</summary>
    public static string Of(ReportLanguage language, double share) => share switch
    {
        double.PositiveInfinity => language.Say("utan gräns högre", "higher without limit"),
        > MoreThanTripled => language.Say("mer än tre gånger så hög", "more than three times as high"),
        >= Unseen => language.Say($"{language.Percent(share)} högre", $"{language.Percent(share)} higher"),
        <= -Unseen => language.Say($"{language.Percent(share)} lägre", $"{language.Percent(share)} lower"),
        _ => language.Say("oförändrad", "unchanged"),
    };

    /// <summary>"95-procentigt intervall: från 16 procent lägre till 7 procent lägre".</summary>
    public static string Interval(ReportLanguage language, double level, double low, double high) => language.Say(
        $"{Level(language, level)}-procentigt intervall: från {Of(language, low)} till {Of(language, high)}",
        $"{Level(language, level)} per cent interval: from {Of(language, low)} to {Of(language, high)}");

    /// <summary>What kind of change matters: a decrease or an increase.</summary>
    public static string Asked(ReportLanguage language, double matters)
        => matters < 0 ? language.Say("minskning", "decrease") : language.Say("ökning", "increase");

    /// <summary>"en minskning", the kind of change that matters.</summary>
    public static string One(ReportLanguage language, double matters)
        => matters < 0 ? language.Say("en minskning", "a decrease") : language.Say("en ökning", "an increase");

    /// <summary>The change as a figure in per cent with its sign, for tables and charts: −12.</summary>
    public static string Figure(ReportLanguage language, double share) => double.IsInfinity(share)
        ? language.Number(share, 0)
        : language.Signed(share * 100, Quantity.OfPercent(share * 100));

    /// <summary>"−16 till −7", for tables and charts.</summary>
    public static string Figures(ReportLanguage language, double low, double high)
        => language.To(Figure(language, low), Figure(language, high));

    /// <summary>How limits in per cent are to be read.</summary>
    public static string Note(ReportLanguage language) => language.Say(
        "Varje gräns anges i procent av den nivå som just den gränsen förutsätter; när den nivån närmar sig noll blir procenttalet mycket stort.",
        "Each limit is given in per cent of the level that this very limit presupposes; when that level nears zero the per cent becomes very large.");

    /// <summary>A confidence level as a whole per cent.</summary>
    public static string Level(ReportLanguage language, double level) => language.Number(level * 100, 0);
}
