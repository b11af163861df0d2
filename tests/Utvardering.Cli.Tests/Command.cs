using System.Diagnostics;
using Utvardering.Testing;

namespace Utvardering.Cli.Tests;

/// <summary>The command as a person runs it: a process of its own.</summary>
internal static class Command
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "utvardering.dll");

    public sealed record Ended(int Code, string Output, string Error)
    {
        public string LastLine => Output.TrimEnd().Split('\n')[^1];
    }

    public static Task<Ended> RunAsync(params string[] args) => RunInAsync(Repository.Root, null, args);

    public static async Task<Ended> RunInAsync(string folder, IReadOnlyDictionary<string, string>? environment, params string[] args)
    {
        using var process = Start(folder, environment, args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Ended(process.ExitCode, await output, await error);
    }

    public static Process Start(string folder, IReadOnlyDictionary<string, string>? environment, params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        if (!Path.GetFileNameWithoutExtension(start.FileName).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.FileName = "dotnet";
        }

        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Program);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
