using System.Data;
using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb;

/// <summary>
/// An open DuckDB database: the only way the house opens one. No extension is fetched from the network, times are in UTC,
/// rows keep the order in which they were inserted.
/// </summary>
/// <remarks>
/// For one thread at a time; another thread takes a connection of its own from <see cref="Connect"/>.
/// While a file is open here nothing else may open, copy or hash it: see <see cref="DatabaseLock"/>.
/// </remarks>
public sealed partial class Database : IDisposable
{
    private readonly string connectionString;
    private readonly DatabaseLock? fileLock;
    private readonly string? ownTempFolder;
    private readonly List<DuckDBConnection> connections = [];
    private readonly Lock gate = new();
    private bool isForUserSql;
    private bool disposed;

    private Database(string? path, bool readOnly, string connectionString, DatabaseLock? fileLock, string? ownTempFolder)
    {
        Path = path;
        IsReadOnly = readOnly;
        this.connectionString = connectionString;
        this.fileLock = fileLock;
        this.ownTempFolder = ownTempFolder;
        Connection = new DuckDBConnection(connectionString);
    }

    /// <summary>Canonical path of the file; null for a database in memory.</summary>
    public string? Path { get; }

    public bool IsReadOnly { get; }

    /// <summary>The connection that <see cref="Execute"/> and its kin use. It belongs to this database: don't close it.</summary>
    public DuckDBConnection Connection { get; }

    /// <summary>Opens a file for reading and writing; the file and its folder are made where they don't exist.</summary>
    /// <exception cref="InputException">The file is held by another process or by this one, or is not a database.</exception>
    public static Database OpenFile(string path, DatabaseSettings? settings = null) => Open(path, false, null, settings);

    /// <summary>Opens an existing file for reading; other processes may read it too.</summary>
    /// <exception cref="InputException">There is no such file, it is held by a writer or by this process, or is not a database.</exception>
    public static Database OpenReadOnly(string path, DatabaseSettings? settings = null) => Open(path, true, null, settings);

    /// <summary>An empty database that is gone when it is disposed.</summary>
    public static Database OpenInMemory(DatabaseSettings? settings = null) => Open(null, false, null, settings);

    /// <summary>
    /// A database for SQL that comes from a user: <see cref="Execute"/> and its kin take one query that only reads, and anything
    /// else is an <see cref="InputException"/>. Behind that, no file is reachable but the given database and what lies in
    /// <paramref name="allowedFolders"/>, nothing can be attached or loaded, and no setting can be changed.
    /// SQL of our own (temporary views, say) goes through <see cref="Connection"/>; never a user's.
    /// </summary>
    /// <param name="path">A file, opened for reading only; null for an empty database in memory.</param>
    /// <param name="allowedFolders">Folders whose files may be read.</param>
    /// <param name="settings">Limits of memory and threads; give both where others use the machine.</param>
    /// <exception cref="InputException">As <see cref="OpenReadOnly"/>.</exception>
    public static Database OpenForUserSql(string? path, IReadOnlyCollection<string> allowedFolders, DatabaseSettings? settings = null)
        => Open(path, path is not null, allowedFolders, settings);

    /// <summary>One more connection to this database, to be disposed by the caller, and at the latest with the database.</summary>
    public DuckDBConnection Connect()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            connections.RemoveAll(connection => connection.State == ConnectionState.Closed);
            var connection = Path is null ? Connection.Duplicate() : new DuckDBConnection(connectionString);
            connection.Open();
            connections.Add(connection);
            return connection;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            disposed = true;

            // The file is closed by the last connection, and the lock must outlive that.
            connections.ForEach(connection => connection.Dispose());
            Connection.Dispose();
        }

        fileLock?.Dispose();
        if (ownTempFolder is not null && Directory.Exists(ownTempFolder))
        {
            Directory.Delete(ownTempFolder, recursive: true);
        }
    }

    private static Database Open(string? path, bool readOnly, IReadOnlyCollection<string>? allowedFolders, DatabaseSettings? settings)
    {
        settings ??= DatabaseSettings.Default;
        path = path is null ? null : DatabaseFile.Prepare(path, readOnly);

        // DuckDB's own default for a database in memory is a folder in the current directory.
        var ownTempFolder = path is null && allowedFolders is null && settings.TempFolder is null
            ? System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"utvardering-duckdb-{Guid.NewGuid():N}")
            : null;
        var tempFolder = settings.TempFolder ?? ownTempFolder ?? (allowedFolders is null ? null : "");
        var connectionString = ConnectionString(path, readOnly, tempFolder, settings);

        var fileLock = path is null ? null : DatabaseLock.Take(path, readOnly);
        var database = new Database(path, readOnly, connectionString, fileLock, ownTempFolder);
        try
        {
            if (path is not null && File.Exists(path))
            {
                DatabaseFile.Require(path);
            }

            database.Connection.Open();
            database.Execute("set global TimeZone = 'UTC'");
            database.LockDown(allowedFolders);
            return database;
        }
        catch (DuckDBException failure) when (path is not null && database.Connection.State != ConnectionState.Open)
        {
            database.Dispose();
            throw OpenFailure.Explain(path, failure);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static string ConnectionString(string? path, bool readOnly, string? tempFolder, DatabaseSettings settings)
    {
        var builder = new DuckDBConnectionStringBuilder
        {
            DataSource = path ?? DuckDBConnectionStringBuilder.InMemoryDataSource,
            ["access_mode"] = readOnly ? "READ_ONLY" : "AUTOMATIC",
            // Otherwise a function that is not built in is looked for on the network.
            ["autoinstall_known_extensions"] = "false",
            ["autoload_known_extensions"] = "false",
            ["preserve_insertion_order"] = "true",
        };
        foreach (var (name, value) in settings.Options())
        {
            builder[name] = value;
        }

        if (tempFolder is not null)
        {
            builder["temp_directory"] = tempFolder;
        }

        return builder.ConnectionString;
    }

    private void LockDown(IReadOnlyCollection<string>? allowedFolders)
    {
        if (allowedFolders is null)
        {
            return;
        }

        // The order matters: each statement closes the door behind the ones before it.
        Execute($"set allowed_directories = {SqlText.Literals(allowedFolders.Select(folder => CanonicalPath.Of(folder)))}");
        Execute("set enable_external_access = false");
        Execute("set lock_configuration = true");
        isForUserSql = true;
    }
}
