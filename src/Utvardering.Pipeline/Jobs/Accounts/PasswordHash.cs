using System.Globalization;
using System.Security.Cryptography;

namespace Utvardering.Pipeline.Jobs.Accounts;

/// <summary>
/// How passwords are kept: PBKDF2 with HMAC-SHA-256 and 600 000 rounds, as the OWASP Password Storage Cheat Sheet asks of it, salted with 16
/// random bytes. What is kept says its own rounds, so that they can be raised.
/// </summary>
public static class PasswordHash
{
    private const string Scheme = "pbkdf2-sha256";
    private const int Rounds = 600_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    // Takes as long as a real one, so that a name that is not there can't be told from a wrong password.
    private static readonly string Nobodys = Of(Convert.ToHexString(RandomNumberGenerator.GetBytes(SaltBytes)));

    /// <summary>What is kept of a password.</summary>
    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return string.Create(CultureInfo.InvariantCulture, $"{Scheme}${Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Hash(password, salt, Rounds))}");
    }

    /// <summary>Whether it is the password.</summary>
    /// <param name="kept">What was kept; null: there is no such account, which takes as long to say.</param>
    /// <param name="password">What was given.</param>
    public static bool Is(string? kept, string password)
    {
        var parts = (kept ?? Nobodys).Split('$');
        if (parts is not [Scheme, var rounds, var salt, var hash])
        {
            throw new InvalidDataException("An account's password is kept in a form that this program does not know. Make the account anew with 'utvardering user add'.");
        }

        var same = CryptographicOperations.FixedTimeEquals(
            Hash(password, Convert.FromBase64String(salt), int.Parse(rounds, NumberStyles.None, CultureInfo.InvariantCulture)), Convert.FromBase64String(hash));
        return same && kept is not null;
    }

    private static byte[] Hash(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(password.Normalize(), salt, rounds, HashAlgorithmName.SHA256, HashBytes);
}
