using System.Runtime.InteropServices;

namespace Utvardering.Warehouse.Faults;

/// <summary>Signals that .NET has no call for.</summary>
internal static class Signals
{
    // SIGSTOP has its own number on each kind of system.
    private static readonly int Stop = OperatingSystem.IsLinux() ? 19 : 17;

    /// <summary>Stops this process, all threads of it, until another sends SIGCONT.</summary>
    public static void StopThisProcess()
    {
        if (Kill(Environment.ProcessId, Stop) != 0)
        {
            throw new InvalidOperationException($"The process could not stop itself (errno {Marshal.GetLastPInvokeError()}).");
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
