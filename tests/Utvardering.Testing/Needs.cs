using Xunit;

namespace Utvardering.Testing;

/// <summary>A test on the real data and reference results in ../shared: skipped, with this reason, where that folder is absent.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = Needs.SharedData;
}

/// <inheritdoc cref="SharedDataFactAttribute"/>
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute() => Skip = Needs.SharedData;
}

/// <summary>
/// A test that needs a program of the machine (node, chromium): skipped where it is absent,
/// unless <c>UTVARDERING_REQUIRE_PROGRAMS=1</c> (as ./build.sh test sets it), where it fails instead.
/// </summary>
public sealed class FactNeedingAttribute : FactAttribute
{
    public FactNeedingAttribute(params string[] programs) => Skip = Needs.Programs(programs);
}

/// <inheritdoc cref="FactNeedingAttribute"/>
public sealed class TheoryNeedingAttribute : TheoryAttribute
{
    public TheoryNeedingAttribute(params string[] programs) => Skip = Needs.Programs(programs);
}

internal static class Needs
{
    private const string Postgres = "/usr/lib/postgresql";

    public static string? SharedData => Repository.HasShared
        ? null
        : "../shared/data is not beside this checkout: the tests on real data and reference results are left out.";

    public static string? Programs(string[] programs)
    {
        if (Environment.GetEnvironmentVariable("UTVARDERING_REQUIRE_PROGRAMS") == "1")
        {
            return null;
        }

        var missing = programs.Where(program => Find(program) is null).ToArray();
        return missing.Length == 0 ? null : $"Not on this machine: {string.Join(", ", missing)}. ./build.sh test installs what the tests need.";
    }

    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        // Debian keeps PostgreSQL's programs off PATH.
        .Concat(Directory.Exists(Postgres) ? Directory.GetDirectories(Postgres).OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : [])
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
        .FirstOrDefault(File.Exists);
}
