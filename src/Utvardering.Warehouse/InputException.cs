namespace Utvardering.Warehouse;

/// <summary>
/// What a person gave (a file, an option, a setting) can't be used. The message says what is wrong, where, and what to do;
/// the command prints it as it is and ends with exit code 2. Every other exception is a fault of the program.
/// </summary>
public sealed class InputException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the same may be usable later without anyone doing something: another run holds the folder.</summary>
    public bool Passes { get; init; }
}
