using Utvardering.Methods.Options;

namespace Utvardering.Methods.Catalog;

/// <summary>What the manual says of a method: the help of the command and <c>docs/methods.md</c> are both made from it.</summary>
public sealed record MethodDescription
{
    /// <summary>As it is called in the command.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>What it estimates, under which assumption, and when it is the wrong choice; a few sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>The papers or packages the method is from.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The columns it needs and may use, in the order in which they are told.</summary>
    public required IReadOnlyList<MethodColumn> Columns { get; init; }

    public IReadOnlyList<MethodOption> Options { get; init; } = [];

    /// <summary>The named estimates of the answer, with what each is.</summary>
    public required IReadOnlyList<AnswerPart> Estimates { get; init; }

    /// <summary>The tables of the answer, with their columns.</summary>
    public IReadOnlyList<AnswerTable> Tables { get; init; } = [];

    /// <summary>Commands to begin with, after <c>estimate</c>; a test reads each as the command would.</summary>
    public IReadOnlyList<MethodExample> Examples { get; init; } = [];

    /// <summary>Whether it draws random numbers, so that a seed means something.</summary>
    public bool UsesSeed { get; init; }
}
