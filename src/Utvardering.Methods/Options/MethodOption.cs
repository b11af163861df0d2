namespace Utvardering.Methods.Options;

/// <summary>An option of a method, given as <c>--options name=value</c>.</summary>
/// <param name="Default">What holds when it is not given; null: nothing, the meaning says what then.</param>
public sealed record MethodOption(string Name, OptionKind Kind, string? Default, string Meaning)
{
    /// <summary>The words of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The smallest value of a number.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The largest value of a number.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>One of a list of words, the first being the default.</summary>
    public static MethodOption Choice(string name, string meaning, params IReadOnlyList<string> choices) =>
        new(name, OptionKind.Choice, choices[0], meaning) { Choices = choices };

    /// <summary>The confidence of intervals, 0.95 unless given.</summary>
    public static MethodOption Confidence { get; } = new("confidence", OptionKind.Number, "0.95", "Confidence of the intervals.") { Minimum = 0.5, Maximum = 0.9999 };
}
