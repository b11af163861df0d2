using System.Runtime.InteropServices;
using System.Text;

namespace Utvardering.Warehouse.Lake;

/// <summary>fsync of a folder: .NET opens no handle on one.</summary>
internal static class PosixFolder
{
    private const int ReadOnly = 0;

    public static void Sync(string folder)
    {
        var descriptor = NativeMethods.Open(Encoding.UTF8.GetBytes(folder + "\0"), ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"The folder {folder} could not be opened to be synced (errno {Marshal.GetLastPInvokeError()}).");
        }

        try
        {
            // EINVAL: some network file systems do not sync folders; their server does it on rename.
            const int invalid = 22;
            if (NativeMethods.FSync(descriptor) != 0 && Marshal.GetLastPInvokeError() is var error and not invalid)
            {
                throw new IOException($"The folder {folder} could not be synced (errno {error}).");
            }
        }
        finally
        {
            _ = NativeMethods.Close(descriptor);
        }
    }

    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open(byte[] path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int FSync(int descriptor);

        [DllImport("libc", EntryPoint = "close", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int descriptor);
    }
}
