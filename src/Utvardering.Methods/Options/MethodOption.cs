namespace Utvardering.Methods.Options;

/// <summary>An option of a method, given as <c>--options name=value</c>.</summary>
/// <param name="Default">What holds when it is not given; null: nothing, the meaning says what then.</param>
public sealed record MethodOption(string Name, OptionKind Kind, string? Default, string Meaning)
{
    /// <summary>The words of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Words that could be taken for a choice, and why they are none.</summary>
    public IReadOnlyDictionary<string, string> Refused { get; init; } = new Dictionary<string, string>();

    /// <summary>The smallest value of a number.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The largest value of a number.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>The option, and its values, that this one is for; null: it is always of use. No values: whenever that option is given.</summary>
    public (string Option, IReadOnlyList<string> Values)? For { get; init; }

    /// <summary>When the option is of use, in words: <c>errors=newey-west or driscoll-kraay</c>.</summary>
    public static string Condition((string Option, IReadOnlyList<string> Values) of) => of.Values.Count == 0 ? of.Option : $"{of.Option}={string.Join(" or ", of.Values)}";

    /// <summary>One of a list of words, the first being the default.</summary>
    public static MethodOption Choice(string name, string meaning, params IReadOnlyList<string> choices) =>
        new(name, OptionKind.Choice, choices[0], meaning) { Choices = choices };

    /// <summary>yes or no.</summary>
    public static MethodOption Flag(string name, bool unlessGiven, string meaning) => new(name, OptionKind.Flag, unlessGiven ? "yes" : "no", meaning);

    /// <summary>The confidence of intervals, 0.95 unless given.</summary>
    public static MethodOption Confidence { get; } = new("confidence", OptionKind.Number, "0.95", "Confidence of the intervals.") { Minimum = 0.5, Maximum = 0.9999 };

    /// <summary>Longer periods than the table's.</summary>
    public static MethodOption Grain { get; } = Choice(
        "grain",
        "Longer periods made of the table's months or quarters: counts and exposures are added up, other outcomes, covariates and weights averaged. Only whole ones are kept.",
        "as-given", "quarter", "year");
}
