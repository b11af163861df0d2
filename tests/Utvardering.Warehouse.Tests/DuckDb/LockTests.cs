using Utvardering.Testing;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Tests.DuckDb;

public sealed class LockTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string path;

    public LockTests()
    {
        path = folder["warehouse.duckdb"];
        using var database = Database.OpenFile(path);
        database.Execute("create table t as select 42 as answer");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void File_that_another_process_writes_is_refused_with_its_id()
    {
        using var holder = new HolderProcess("write", path);
        Assert.Equal("held", holder.Said);
        foreach (var open in new Func<Database>[] { () => Database.OpenFile(path), () => Database.OpenReadOnly(path), () => Database.OpenForUserSql(path, []) })
        {
            var error = Assert.Throws<InputException>(open);
            Assert.Contains(path, error.Message);
            Assert.Contains($"(id {holder.Id})", error.Message);
            Assert.Contains("then try again", error.Message);
        }
    }

    [Fact]
    public void File_that_a_foreign_program_holds_is_refused_with_its_id()
    {
        using var holder = new HolderProcess("foreign", path);
        Assert.Equal("held", holder.Said);
        Assert.Contains($"(id {holder.Id})", Assert.Throws<InputException>(() => Database.OpenFile(path)).Message);
    }

    [Fact]
    public void File_that_this_process_writes_is_refused_to_others()
    {
        using var database = Database.OpenFile(path);
        using var writer = new HolderProcess("write", path);
        using var reader = new HolderProcess("read", path);
        Assert.Contains($"(id {Environment.ProcessId})", writer.Said);
        Assert.Contains($"(id {Environment.ProcessId})", reader.Said);
    }

    [Fact]
    public void Readers_share_the_file_and_keep_writers_out()
    {
        using (var holder = new HolderProcess("read", path))
        {
            Assert.Equal("held", holder.Said);
            using (var database = Database.OpenReadOnly(path))
            {
                Assert.Equal(42, database.Scalar<int>("select answer from t"));
            }

            Assert.Contains("open in another process", Assert.Throws<InputException>(() => Database.OpenFile(path)).Message);
        }

        using var writer = Database.OpenFile(path);
        Assert.Equal(42, writer.Scalar<int>("select answer from t"));
    }

    [Fact]
    public void File_is_free_when_its_holder_has_let_go_or_was_killed()
    {
        new HolderProcess("write", path).Dispose();
        Database.OpenFile(path).Dispose();

        using (var holder = new HolderProcess("write", path))
        {
            holder.Kill();
        }

        // The note of the killed one still lies there, and must not be believed.
        Assert.True(File.Exists(path + ".lock.holder"));
        using (var database = Database.OpenFile(path))
        {
            Assert.Equal(42, database.Scalar<int>("select answer from t"));
        }

        Assert.False(File.Exists(path + ".lock.holder"));
    }

    [Theory]
    [InlineData("warehouse.duckdb")]
    [InlineData("./warehouse.duckdb")]
    [InlineData("sub/../warehouse.duckdb")]
    [InlineData("link.duckdb")]
    [InlineData("chain.duckdb")]
    [InlineData("elsewhere/../warehouse.duckdb")] // elsewhere → real/inner, so its parent is real, which links back
    [InlineData("linked folder/warehouse.duckdb")]
    [InlineData("WAREHOUSE.duckdb")] // DuckDB.NET would give the open one in its place
    public void File_is_not_opened_twice_in_this_process_under_any_spelling(string spelling)
    {
        Directory.CreateDirectory(folder["sub"]);
        Directory.CreateDirectory(folder["real/inner"]);
        File.CreateSymbolicLink(folder["real/warehouse.duckdb"], path);
        File.CreateSymbolicLink(folder["link.duckdb"], "warehouse.duckdb");
        File.CreateSymbolicLink(folder["chain.duckdb"], "sub/../link.duckdb");
        Directory.CreateSymbolicLink(folder["elsewhere"], folder["real/inner"]);
        Directory.CreateSymbolicLink(folder["linked folder"], folder.Path);

        using var database = Database.OpenFile(path);
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), folder.Path);
        foreach (var start in new[] { folder.Path, relative })
        {
            var error = Assert.Throws<InputException>(() => Database.OpenFile(Path.Combine(start, spelling)));
            Assert.Contains("already open in this process", error.Message);
            Assert.Throws<InputException>(() => Database.OpenReadOnly(Path.Combine(start, spelling == "WAREHOUSE.duckdb" ? "warehouse.duckdb" : spelling)));
        }
    }

    [Fact]
    public void Database_opened_through_a_link_keeps_its_lock_beside_the_file()
    {
        Directory.CreateDirectory(folder["links"]);
        File.CreateSymbolicLink(folder["links/w.duckdb"], path);
        using var database = Database.OpenFile(folder["links/w.duckdb"]);
        Assert.Equal(Path.GetFileName(path), Path.GetFileName(database.Path));
        using var other = new HolderProcess("write", path);
        Assert.Contains($"(id {Environment.ProcessId})", other.Said);
    }

    [Fact]
    public void Links_in_a_circle_are_told_of()
    {
        File.CreateSymbolicLink(folder["a"], "b");
        File.CreateSymbolicLink(folder["b"], "a");
        Assert.Contains("circle", Assert.Throws<InputException>(() => Database.OpenFile(folder["a"])).Message);
    }
}
