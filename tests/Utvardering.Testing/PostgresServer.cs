using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Utvardering.Testing;

/// <summary>A PostgreSQL of a test's own: a cluster in a temporary folder, on a free port of 127.0.0.1, gone with the test.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = FreePort();
    private Process? server;

    private PostgresServer()
    {
    }

    /// <summary>How to reach a database of the server.</summary>
    public string ConnectionString(string database = "postgres") => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=utvardering;Database={database};Timeout=3;Command Timeout=20");

    /// <summary>Starts a server.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var made = new PostgresServer();
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL does not run as root.
            await RunAsync("chown", "postgres", made.folder.Path);
        }

        await AsAsync("initdb", "-D", made.folder["data"], "-U", "utvardering", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await made.BeginAsync();
        return made;
    }

    /// <summary>A new, empty database's connection string.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        await AsAsync("createdb", "-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture), "-U", "utvardering", name);
        return ConnectionString(name);
    }

    private static Task AsAsync(string program, params string[] args)
    {
        var found = Needs.Find(program) ?? throw new InvalidOperationException($"{program} is not on this machine. ./build.sh test installs what the tests need.");
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", found, .. args]) : RunAsync(found, args);
    }

    /// <summary>Backs a database up with pg_dump and restores it with pg_restore as docs/operations.md says.</summary>
    /// <returns>The connection string of the restored one.</returns>
    public async Task<string> RestoredAsync(string connectionString)
    {
        var name = connectionString.Split("Database=")[1].Split(';')[0];
        var (restored, file) = (await NewDatabaseAsync(), folder["data/dump"]);
        string[] where = ["-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture), "-U", "utvardering"];
        await AsAsync("pg_dump", ["--format=custom", "--file", file, .. where, name]);
        await AsAsync("pg_restore", ["--exit-on-error", "-d", restored.Split("Database=")[1].Split(';')[0], .. where, file]);
        return restored;
    }

    /// <summary>Starts it again after <see cref="EndAsync"/>, with all it had.</summary>
    public async Task BeginAsync()
    {
        await AsAsync("pg_ctl", "start", "-w", "-t", "60", "-D", folder["data"], "-l", folder["data/log"], "-o",
            string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories='' -c fsync=off -c max_connections=60"));
        server = Process.GetProcessById(int.Parse(File.ReadLines(folder["data/postmaster.pid"]).First(), CultureInfo.InvariantCulture));
    }

    /// <summary>Ends it at once, as a crash would.</summary>
    public async Task EndAsync()
    {
        server = null;
        await AsAsync("pg_ctl", "stop", "-m", "immediate", "-w", "-D", folder["data"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await EndAsync();
        }

        folder.Dispose();
    }

    private static async Task RunAsync(string program, params string[] args)
    {
        // What the server writes later must not keep this process waiting for the end of a pipe.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "\"$0\" \"$@\" >/dev/null 2>&1", program, .. args]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', args)} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
