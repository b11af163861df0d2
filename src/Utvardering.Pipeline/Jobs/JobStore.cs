using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Warehouse;

namespace Utvardering.Pipeline.Jobs;

/// <summary>Which database the jobs of a data root are kept in.</summary>
public static class JobStore
{
    /// <summary>The environment variable with PostgreSQL's connection string. It may hold a password, so it is no option that others see in a list of processes.</summary>
    public const string PostgresVariable = "UTVARDERING_POSTGRES";

    /// <summary>Opens the store and makes its tables where they are not there.</summary>
    /// <param name="name"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="dataRoot">The data root; SQLite's file lies in it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InputException">There is no such store, or PostgreSQL's connection string is missing or leads nowhere.</exception>
    public static async Task<JobDatabase> OpenAsync(string name, string dataRoot, CancellationToken cancellationToken)
    {
        var database = name switch
        {
            "sqlite" => JobDatabase.Sqlite(Path.GetFullPath(dataRoot)),
            "postgres" => Postgres(Environment.GetEnvironmentVariable(PostgresVariable)),
            _ => throw new InputException($"There is no store '{name}'. Stores: sqlite (one machine), postgres (several)."),
        };
        try
        {
            await database.PrepareAsync(cancellationToken);
            return database;
        }
        catch (System.Data.Common.DbException fault)
        {
            await database.DisposeAsync();
            throw new InputException($"The store of jobs ({name}) can't be used: {fault.Message} {(name == "postgres" ? $"See that PostgreSQL runs and that {PostgresVariable} is right." : $"See that {JobDatabase.FileName} in the data root can be written.")}", fault);
        }
    }

    private static JobDatabase Postgres(string? connection)
    {
        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new InputException($"The store postgres needs a connection string in the environment variable {PostgresVariable}, such as \"Host=db;Database=utvardering;Username=utvardering;Password=…\".");
        }

        try
        {
            return JobDatabase.Postgres(connection);
        }
        catch (ArgumentException fault)
        {
            throw new InputException($"{PostgresVariable} is no connection string of PostgreSQL: {fault.Message}", fault);
        }
    }
}
