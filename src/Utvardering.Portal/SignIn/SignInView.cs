namespace Utvardering.Portal.SignIn;

/// <summary>What the page to sign in on shows.</summary>
public sealed record SignInView
{
    /// <summary>The name that was tried.</summary>
    public string Name { get; init; } = "";

    /// <summary>The page to go to afterwards.</summary>
    public required string ReturnTo { get; init; }

    /// <summary>Name and password did not fit.</summary>
    public bool IsWrong { get; init; }

    /// <summary>How long the name has to wait; zero: not at all.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>There is no operator at all.</summary>
    public bool IsNobody { get; init; }
}
