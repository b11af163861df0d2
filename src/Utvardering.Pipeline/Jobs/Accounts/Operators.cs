using System.Text.RegularExpressions;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Warehouse;

namespace Utvardering.Pipeline.Jobs.Accounts;

/// <summary>Those who may start, retry and cancel jobs on the pages. There is none from the beginning, and no password that everybody knows.</summary>
public sealed partial class Operators(JobDatabase database, TimeProvider clock)
{
    /// <summary>The fewest characters of a password.</summary>
    public const int ShortestPassword = 12;

    private const int LongestPassword = 200;

    /// <summary>Makes an account, or gives one a new password.</summary>
    /// <exception cref="InputException">The name or the password can't be used.</exception>
    public async Task SetAsync(string name, string password, CancellationToken cancellationToken)
    {
        if (!Name().IsMatch(name))
        {
            throw new InputException($"'{name}' can't be an operator's name. Use 2 to 40 letters, digits, dots, hyphens and underscores.");
        }

        if (password.Length is < ShortestPassword or > LongestPassword)
        {
            throw new InputException($"A password has {ShortestPassword} to {LongestPassword} characters: several words are easy to remember and hard to guess. Nothing was changed.");
        }

        await database.ExecuteAsync(
            "insert into job_operator (name, password, made) values (@name, @password, @made) on conflict (name) do update set password = excluded.password, made = excluded.made",
            [("name", name), ("password", PasswordHash.Of(password)), ("made", clock.GetUtcNow())],
            cancellationToken);
    }

    /// <summary>Takes an account away.</summary>
    /// <returns>False: there was none.</returns>
    public async Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) =>
        await database.ExecuteAsync("delete from job_operator where name = @name", [("name", name)], cancellationToken) == 1;

    /// <summary>The names, in order.</summary>
    public Task<List<string>> NamesAsync(CancellationToken cancellationToken) =>
        database.QueryAsync("select name from job_operator order by name", row => row.GetString(0), [], cancellationToken);

    /// <summary>Whether this is an operator's name and password.</summary>
    public async Task<bool> AreAsync(string name, string password, CancellationToken cancellationToken)
    {
        var kept = await database.QueryAsync("select password from job_operator where name = @name", row => row.GetString(0), [("name", name)], cancellationToken);
        return password.Length <= LongestPassword && PasswordHash.Is(kept is [var hash] ? hash : null, password);
    }

    /// <summary>When the account got its password, null where there is no such account: a sign-in ends when its account is taken away or gets another password.</summary>
    public async Task<DateTimeOffset?> PasswordMadeAsync(string name, CancellationToken cancellationToken) =>
        await database.QueryAsync("select made from job_operator where name = @name", row => RunRows.Time(row, 0), [("name", name)], cancellationToken) is [var made] ? made : null;

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}._-]{1,39}$")]
    private static partial Regex Name();
}
