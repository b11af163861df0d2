namespace Utvardering.Portal.SignIn;

/// <summary>
/// How long a name has to wait after wrong passwords: three are free, then 2, 4, 8 … seconds up to five minutes. Names that are not there
/// wait alike. What is remembered goes after a quarter of an hour without an attempt, and when the program starts anew.
/// </summary>
/// <param name="clock">What waits go by.</param>
internal sealed class SignInBackOff(TimeProvider clock)
{
    private const int Free = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);
    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Wrong, DateTimeOffset Last)> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>One attempt at a time: what is tried beside another knows of its end.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>How long until the name may try again; zero: now.</summary>
    public TimeSpan Wait(string name)
    {
        lock (gate)
        {
            if (!names.TryGetValue(name, out var known) || known.Wrong < Free)
            {
                return TimeSpan.Zero;
            }

            var left = known.Last + Pause(known.Wrong) - clock.GetUtcNow();
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>A password was wrong.</summary>
    public void Failed(string name)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            foreach (var old in names.Where(known => now - known.Value.Last > Memory).Select(known => known.Key).ToList())
            {
                names.Remove(old);
            }

            names[name] = (names.GetValueOrDefault(name).Wrong + 1, now);
        }
    }

    /// <summary>The password was right.</summary>
    public void Succeeded(string name)
    {
        lock (gate)
        {
            names.Remove(name);
        }
    }

    private static TimeSpan Pause(int wrong)
    {
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(wrong - Free + 1, 16)));
        return pause < Longest ? pause : Longest;
    }
}
