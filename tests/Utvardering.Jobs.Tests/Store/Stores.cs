using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Testing;

namespace Utvardering.Jobs.Tests.Store;

/// <summary>Empty stores of both kinds; PostgreSQL is started once for all tests that ask.</summary>
public sealed class Stores : IAsyncLifetime
{
    private readonly List<JobDatabase> made = [];
    private PostgresServer? postgres;

    private TemporaryFolder Folder { get; } = new();

    /// <param name="kind">sqlite or postgres.</param>
    public async Task<JobDatabase> NewAsync(string kind)
    {
        var database = kind == "sqlite"
            ? JobDatabase.Sqlite(Folder[Guid.NewGuid().ToString("N")])
            : JobDatabase.Postgres(await (postgres ??= await PostgresServer.StartAsync()).NewDatabaseAsync());
        made.Add(database);
        await database.PrepareAsync(CancellationToken.None);
        return database;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in made)
        {
            await database.DisposeAsync();
        }

        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }

        Folder.Dispose();
    }

    /// <summary>A job of that name that does what is given, or nothing.</summary>
    internal static Job Job(string name, Func<JobContext, CancellationToken, Task<JobResult>>? work = null, int rank = 0) => new()
    {
        Name = name,
        Title = new(name, name),
        Rank = rank,
        Work = work ?? ((_, _) => Task.FromResult(new JobResult())),
    };
}
