using DuckDB.NET.Data;
using Utvardering.Testing;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Tests.DuckDb;

public sealed class UserSqlTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public UserSqlTests()
    {
        Directory.CreateDirectory(folder["lake"]);
        Directory.CreateDirectory(folder["lake2"]);
        Directory.CreateDirectory(folder["out"]);
        using var database = Database.OpenFile(folder["warehouse.duckdb"]);
        database.Execute("create table t as select 42 as answer");
        database.Execute($"copy t to {SqlText.Literal(folder["lake/part-0.parquet"])}");
        database.Execute($"copy t to {SqlText.Literal(folder["lake2/part-0.parquet"])}");
        File.WriteAllText(folder["secret.csv"], "a,b\n1,2\n");
        using var other = Database.OpenFile(folder["other.duckdb"]);
        other.Execute("create table secret as select 1 as i");
    }

    public void Dispose() => folder.Dispose();

    private Database Open() => Database.OpenForUserSql(folder["warehouse.duckdb"], [folder["lake"]], new DatabaseSettings { Threads = 1, MemoryLimit = "256MB" });

    [Fact]
    public void Database_and_allowed_folder_can_be_read()
    {
        using var database = Open();
        Assert.Equal(42, database.Scalar<int>("select answer from t"));
        Assert.Equal(42, database.Scalar<int>($"select answer from {SqlText.Literal(folder["lake/*.parquet"])}"));
    }

    [Theory]
    // reading
    [InlineData("select * from '{0}/secret.csv'")]
    [InlineData("select * from read_text('{0}/secret.csv')")]
    [InlineData("select * from read_blob('{0}/lake/../secret.csv')")]
    [InlineData("select * from read_parquet('{0}/lake2/part-0.parquet')")]
    [InlineData("select * from read_text('/etc/passwd')")]
    [InlineData("select * from glob('{0}/*')")]
    [InlineData("create temp table x (line varchar); copy x from '{0}/secret.csv'")]
    // attaching and loading
    [InlineData("attach '{0}/other.duckdb'")]
    [InlineData("attach '{0}/other.duckdb' as o (read_only)")]
    [InlineData("install httpfs")]
    [InlineData("load httpfs")]
    [InlineData("load '{0}/lake/x.duckdb_extension'")]
    [InlineData("select * from 'https://example.org/x.parquet'")]
    // writing
    [InlineData("copy (select 1) to '{0}/out/x.csv'")]
    [InlineData("copy (select 1) to '{0}/lake/../out/x.csv'")]
    [InlineData("copy (select 1) to '{0}/out' (format parquet, partition_by (a))")]
    [InlineData("export database '{0}/out/all'")]
    [InlineData("insert into t values (1)")]
    [InlineData("drop table t")]
    // settings
    [InlineData("set enable_external_access = true")]
    [InlineData("set allowed_directories = ['/']")]
    [InlineData("set lock_configuration = false")]
    [InlineData("reset lock_configuration")]
    [InlineData("set global memory_limit = '100GB'")]
    [InlineData("pragma threads = 64")]
    [InlineData("set temp_directory = '{0}/out'")]
    [InlineData("set profiling_output = '{0}/out/profile.json'")]
    public void Nothing_else_is_within_reach_even_past_the_check_of_the_query(string sql)
    {
        sql = string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, folder.Path);
        using var database = Open();
        Assert.Throws<DuckDBException>(() => database.Connection.Execute(sql));
        Assert.Empty(Directory.GetFileSystemEntries(folder["out"]));
    }

    [Fact]
    public void Lock_down_holds_on_further_connections_and_in_memory()
    {
        using var database = Open();
        using var second = database.Connect();
        Assert.Throws<DuckDBException>(() => second.Execute("set enable_external_access = true"));
        Assert.Throws<DuckDBException>(() => second.Execute($"attach {SqlText.Literal(folder["other.duckdb"])}"));

        using var memory = Database.OpenForUserSql(null, []);
        Assert.Throws<DuckDBException>(() => memory.Connection.Execute($"select * from {SqlText.Literal(folder["secret.csv"])}"));
        Assert.Throws<DuckDBException>(() => memory.Connection.Execute($"copy (select 1) to {SqlText.Literal(folder["out/x.csv"])}"));
        Assert.Throws<DuckDBException>(() => memory.Connection.Execute("copy (select 1) to '.tmp/x.csv'"));
    }

    [Theory]
    [InlineData("select answer from t where answer > 3 order by 1;")]
    [InlineData("from t")]
    [InlineData("select count(*) from range(3), unnest([1, 2]), duckdb_tables()")]
    [InlineData("with x as (select 1 as i) select * from x")]
    [InlineData("-- comment\nselect 'drop table t; select 1'")]
    public void Queries_that_read_pass(string sql)
    {
        using var database = Open();
        Assert.NotEmpty(database.Query(sql, row => row.GetValue(0)));
        Assert.NotEmpty(database.Stream(sql, row => row.GetValue(0)));
    }

    [Theory]
    [InlineData("copy (select 1) to 'x.csv'", "queries that read")]
    [InlineData("drop table t", "queries that read")]
    [InlineData("select 1; drop table t", "queries that read")]
    [InlineData("with x as (select 1) insert into t select * from x", "queries that read")]
    [InlineData("select 1; select 2", "2 statements")]
    [InlineData("", "0 statements")]
    [InlineData("copy (select 1) to '{0}/lake/part-0.parquet'", "queries that read")]
    [InlineData("call enable_logging('QueryLog', storage = 'file', storage_config = {{'path': '{0}/out/log'}})", "queries that read")]
    [InlineData("select * from enable_logging('QueryLog', storage = 'file', storage_config = {{'path': '{0}/out/log'}})", "enable_logging")]
    [InlineData("select (select count(*) from t, system.main.checkpoint())", "checkpoint")]
    [InlineData("with x as (from query('from enable_logging()')) from x", "query")]
    [InlineData("selec 1", "selec")]
    public void Anything_but_one_query_that_reads_is_refused_with_a_sentence(string sql, string part)
    {
        sql = string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, folder.Path);
        using var database = Open();
        foreach (var run in new Action[] { () => database.Execute(sql), () => database.Query(sql, row => row.GetValue(0)), () => database.Scalar<int>(sql), () => Assert.Empty(database.Stream(sql, row => row.GetValue(0))) })
        {
            Assert.Contains(part, Assert.Throws<InputException>(run).Message);
        }
    }
}
