using Utvardering.Testing;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Tests.DuckDb;

public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("warehouse.duckdb")]
    [InlineData("new folder/Östersund; x='1' \"q\"=2.duckdb")]
    public void What_was_written_is_there_when_the_file_is_opened_again(string name)
    {
        using (var database = Database.OpenFile(folder[name]))
        {
            database.Execute("create table t as select 42 as answer");
        }

        Assert.True(File.Exists(folder[name]));
        using var again = Database.OpenReadOnly(folder[name]);
        Assert.Equal(42, again.Scalar<int>("select answer from t"));
        Assert.True(again.IsReadOnly);
    }

    [Fact]
    public void Settings_are_those_of_the_house_on_every_connection()
    {
        using var database = Database.OpenFile(folder["a.duckdb"], new DatabaseSettings { Threads = 1, MemoryLimit = "256 MiB", TempFolder = folder["spill"] });
        using var second = database.Connect();
        foreach (var connection in new[] { database.Connection, second })
        {
            string? Setting(string name) => connection.Scalar<string>($"select current_setting('{name}')::varchar");
            Assert.Equal("UTC", Setting("TimeZone"));
            Assert.Equal("1", Setting("threads"));
            Assert.Equal("256.0 MiB", Setting("memory_limit"));
            Assert.Equal(folder["spill"], Setting("temp_directory"));
            Assert.Equal("true", Setting("preserve_insertion_order"));
            Assert.Equal("false", Setting("autoinstall_known_extensions"));
            Assert.Equal("false", Setting("autoload_known_extensions"));
        }
    }

    [Fact]
    public void Database_in_memory_has_no_file_and_its_connections_share_it()
    {
        using var database = Database.OpenInMemory();
        database.Execute("create table t as select 7 as i");
        using var second = database.Connect();
        Assert.Equal(7, second.Scalar<int>("select i from t"));
        Assert.Null(database.Path);
    }

    [Fact]
    public void Query_larger_than_memory_spills_to_a_folder_that_is_gone_afterwards()
    {
        string? spill;
        using (var database = Database.OpenInMemory(new DatabaseSettings { Threads = 2, MemoryLimit = "64MB" }))
        {
            spill = database.Scalar<string>("select current_setting('temp_directory')");
            Assert.Equal(3_000_000, database.Scalar<long>("select count(distinct s) from (select md5(i::varchar) as s from range(3000000) t(i))"));
        }

        Assert.False(Directory.Exists(spill));
        Assert.False(Directory.Exists(Path.Combine(Directory.GetCurrentDirectory(), ".tmp")));
    }

    [Theory]
    [InlineData(0, null, "at least 1")]
    [InlineData(null, "lots", "such as 2GB")]
    public void Setting_without_meaning_is_refused(int? threads, string? memory, string advice)
        => Assert.Contains(advice, Assert.Throws<InputException>(() => Database.OpenInMemory(new DatabaseSettings { Threads = threads, MemoryLimit = memory })).Message);

    [Fact]
    public void Reading_opens_no_file_that_does_not_exist()
    {
        var error = Assert.Throws<InputException>(() => Database.OpenReadOnly(folder["gone.duckdb"]));
        Assert.Contains("There is no database at", error.Message);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Reading_changes_nothing()
    {
        Database.OpenFile(folder["a.duckdb"]).Dispose();
        using var database = Database.OpenReadOnly(folder["a.duckdb"]);
        Assert.Contains("read-only", Assert.Throws<DuckDB.NET.Data.DuckDBException>(() => database.Execute("create table t (i integer)")).Message);
    }

    [Fact]
    public void File_that_is_no_database_is_refused_with_a_sentence_and_not_touched()
    {
        foreach (var text in new[] { "", "short", string.Concat(Enumerable.Repeat("kommun;ar;varde\n", 1000)) })
        {
            // DuckDB itself takes a .csv, makes a view of it in memory, and forgets what is stored.
            File.WriteAllText(folder["table.csv"], text);
            var error = Assert.Throws<InputException>(() => Database.OpenFile(folder["table.csv"]));
            Assert.Contains("table.csv is not a DuckDB database", error.Message);
            Assert.Equal(text, File.ReadAllText(folder["table.csv"]));
        }

        Assert.Contains("is a folder", Assert.Throws<InputException>(() => Database.OpenFile(folder.Path)).Message);
    }

    [Fact]
    public void Failed_opening_lets_go_of_the_file()
    {
        File.WriteAllText(folder["a.duckdb"], new string('x', 20_000));
        Assert.Throws<InputException>(() => Database.OpenFile(folder["a.duckdb"]));
        File.Delete(folder["a.duckdb"]);
        using var database = Database.OpenFile(folder["a.duckdb"]);
        Assert.Equal(1, database.Scalar<int>("select 1"));
    }

    [Fact]
    public void Disposing_closes_the_connections_that_were_left_open()
    {
        var database = Database.OpenFile(folder["a.duckdb"]);
        var left = database.Connect();
        database.Dispose();
        database.Dispose();
        Assert.Equal(System.Data.ConnectionState.Closed, left.State);
        Assert.Throws<ObjectDisposedException>(() => database.Connect());
        using var holder = new HolderProcess("foreign", folder["a.duckdb"]);
        Assert.Equal("held", holder.Said);
    }
}
