using System.Diagnostics;
using System.Globalization;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>
/// The right to have one database file open, held from before DuckDB opens it until after it has closed it.
/// One writer, or several reading processes; never twice in one process.
/// </summary>
/// <remarks>
/// DuckDB locks its file too, but that lock (POSIX fcntl) is lost as soon as anything in this process opens and closes the
/// file a second time, and a second process can then corrupt it. So: a list in this process, and a lock on a file of our own
/// (<c>NAME.lock</c>), which stays behind because removing a lock file lets two processes each lock one of the same name.
/// The writer leaves its process id in <c>NAME.lock.holder</c>, since a locked file can't be read.
/// </remarks>
internal sealed class DatabaseLock : IDisposable
{
    // DuckDB.NET looks open files up without regard to case: opening a.duckdb while A.duckdb is open would give the latter.
    private static readonly HashSet<string> OpenHere = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Lock Gate = new();

    private readonly string path;
    private FileStream? file;
    private bool wroteHolder;

    private DatabaseLock(string path) => this.path = path;

    private string LockFile => path + ".lock";
    private string HolderFile => path + ".lock.holder";

    /// <param name="path">Canonical path of the database file.</param>
    /// <param name="readOnly">Whether other reading processes may have it open at the same time.</param>
    /// <exception cref="InputException">The file is held, or the folder can't be written to.</exception>
    public static DatabaseLock Take(string path, bool readOnly)
    {
        lock (Gate)
        {
            if (!OpenHere.Add(path))
            {
                throw new InputException($"The database {path} is already open in this process (id {Environment.ProcessId}), or one whose name differs only in upper and lower case is. Close it first, or use the connection that is open.");
            }
        }

        var taken = new DatabaseLock(path);
        try
        {
            taken.file = readOnly ? taken.LockForReading() : taken.LockForWriting();
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (wroteHolder)
        {
            File.Delete(HolderFile);
        }

        file?.Dispose();
        lock (Gate)
        {
            OpenHere.Remove(path);
        }
    }

    private FileStream LockForWriting()
    {
        try
        {
            var stream = new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file = stream;
            wroteHolder = true;
            File.WriteAllText(HolderFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return stream;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InputException($"The database {path} can't be opened for writing: this user may not write to {Path.GetDirectoryName(path)}. Open it for reading only, or give this user the right to write there.", e);
        }
        catch (IOException e) when (file is null && File.Exists(LockFile))
        {
            throw Held(e);
        }
    }

    /// <returns>Null where no lock file can be made: nobody on this machine writes there, and DuckDB's own lock remains.</returns>
    private FileStream? LockForReading()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !File.Exists(LockFile))
        {
            return null;
        }
        catch (IOException e)
        {
            throw Held(e);
        }
    }

    private InputException Held(IOException inner)
    {
        var who = Holder() is { } id ? $"another process (id {id})" : "another process";
        return new InputException($"The database {path} is open in {who}. Wait until it is done or end it, then try again.", inner);
    }

    // The note can be gone, or left by a process that was killed: the message then does without it.
    private int? Holder()
    {
        try
        {
            var id = int.Parse(File.ReadAllText(HolderFile), NumberStyles.None, CultureInfo.InvariantCulture);
            using var process = Process.GetProcessById(id);
            return id;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
