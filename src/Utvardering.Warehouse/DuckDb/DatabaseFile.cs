namespace Utvardering.Warehouse.DuckDb;

/// <summary>What must hold of a database's file before DuckDB is given it.</summary>
internal static class DatabaseFile
{
    private const int MagicBytesAt = 8;

    /// <summary>Refuses a file without DuckDB's magic bytes.</summary>
    /// <remarks>Opening table.csv, DuckDB makes a database in memory with a view of the table: what is then stored would be gone.</remarks>
    public static void Require(string path)
    {
        var start = new byte[MagicBytesAt + 4];
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Held or forbidden: DuckDB says so better.
            return;
        }

        if (!start.AsSpan(MagicBytesAt).SequenceEqual("DUCK"u8))
        {
            throw OpenFailure.NoDatabase(path);
        }
    }

    /// <returns>The canonical path; its folder exists.</returns>
    public static string Prepare(string path, bool readOnly)
    {
        path = CanonicalPath.Of(path);
        if (Directory.Exists(path))
        {
            throw new InputException($"{path} is a folder, not a database file. Give the path of the file.");
        }

        if (!readOnly)
        {
            MakeFolder(Path.GetDirectoryName(path)!);
        }
        else if (!File.Exists(path))
        {
            throw new InputException($"There is no database at {path}. Build it first, or give another path.");
        }

        return path;
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder {folder} of the database can't be made: {e.Message} Give another path, or give this user the right to write there.", e);
        }
    }
}
