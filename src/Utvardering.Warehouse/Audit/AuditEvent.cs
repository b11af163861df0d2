namespace Utvardering.Warehouse.Audit;

/// <summary>
/// Something that someone did, to be written down. Only codes, names and hashes: a text of its own could hold what must not be kept.
/// </summary>
/// <param name="Actor">Who: a person's account or a part of the program; at most 200 characters.</param>
/// <param name="Action">What was done, as a code: <c>delivery-refused</c>.</param>
/// <param name="Source">Of which source; null when of none.</param>
/// <param name="Sha256">Of the file or table it was done with, 64 lower-case hexadecimal digits; null when of none.</param>
/// <param name="Decision">What was decided, as a code: <c>refused</c>, <c>sealed</c> …</param>
/// <param name="Reasons">Why, as codes.</param>
public sealed record AuditEvent(string Actor, string Action, string? Source, string? Sha256, string Decision, IReadOnlyList<string> Reasons)
{
    /// <exception cref="ArgumentException">A part is not what it must be. The message does not repeat it.</exception>
    internal void Check()
    {
        Require(Actor.Length is >= 1 and <= 200 && !Actor.Any(char.IsControl), nameof(Actor), "1 to 200 characters without line breaks");
        Require(IsCode(Action), nameof(Action), "a code");
        Require(Source is null || IsCode(Source), nameof(Source), "a code or nothing");
        Require(Sha256 is null || (Sha256.Length == 64 && Sha256.All(char.IsAsciiHexDigitLower)), nameof(Sha256), "64 lower-case hexadecimal digits or nothing");
        Require(IsCode(Decision), nameof(Decision), "a code");
        Require(Reasons.All(IsCode), nameof(Reasons), "codes");
    }

    private static bool IsCode(string code) =>
        code.Length is >= 1 and <= 100 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.');

    private static void Require(bool holds, string part, string what)
    {
        if (!holds)
        {
            throw new ArgumentException($"{part} of an audit entry must be {what} (codes: at most 100 letters a–z, digits and - _ : .).");
        }
    }
}
