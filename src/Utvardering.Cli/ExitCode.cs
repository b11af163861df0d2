namespace Utvardering.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A fault of the program.</summary>
    public const int Fault = 1;

    /// <summary>What was given can't be used; the message says what to do.</summary>
    public const int Input = 2;

    /// <summary>A source gave no answer, and there is none from before; the message says whether to wait or to change something.</summary>
    public const int Source = 3;

    /// <summary>Stopped by the person (Ctrl-C).</summary>
    public const int Stopped = 130;
}
