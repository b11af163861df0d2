namespace Utvardering.Validation.Methods;

/// <summary>A way to an interval and a p-value.</summary>
/// <param name="Id">Its short name in tables.</param>
/// <param name="Title">It in words.</param>
/// <param name="Data">What it works on: window means, months or quarters.</param>
internal sealed record InferenceMethod(string Id, string Title, string Data)
{
    /// <summary>Whether it estimates the mean effect in the outcome's unit, so that its interval can be held against the others'.</summary>
    public bool IsComparable { get; init; } = true;

    /// <summary>Whether it works on counts, which the panel of unlike effects has not.</summary>
    public bool NeedsCounts { get; init; }
}
