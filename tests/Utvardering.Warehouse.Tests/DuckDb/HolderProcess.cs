using System.Diagnostics;

namespace Utvardering.Warehouse.Tests.DuckDb;

/// <summary>Another, real process that has a database open.</summary>
internal sealed class HolderProcess : IDisposable
{
    private readonly Process process;

    /// <param name="how">write, read, or foreign: with DuckDB directly, without our lock file.</param>
    /// <param name="path">The database.</param>
    public HolderProcess(string how, string path)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in new[] { "exec", Path.Combine(AppContext.BaseDirectory, "Utvardering.Testing.Holder.dll"), how, path })
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
        Said = process.StandardOutput.ReadLine() ?? "";
    }

    /// <summary>"held", or the message with which it was refused.</summary>
    public string Said { get; }

    public int Id => process.Id;

    /// <summary>Ends it as a crash or a power cut would: nothing is closed or removed.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
