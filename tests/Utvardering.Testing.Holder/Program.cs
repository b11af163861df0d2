// Another process that has a database open, for tests of what this one may then do: Holder (write|read|foreign) PATH.
// Says "held" or why not, and lets go when its standard input ends.
using DuckDB.NET.Data;
using Utvardering.Warehouse;
using Utvardering.Warehouse.DuckDb;

try
{
    using var held = Open(args[0], args[1]);
    Console.WriteLine("held");
    Console.In.ReadToEnd();
    return 0;
}
catch (InputException e)
{
    Console.WriteLine(e.Message);
    return 2;
}

static IDisposable Open(string how, string path)
{
    switch (how)
    {
        case "write":
            return Database.OpenFile(path);
        case "read":
            return Database.OpenReadOnly(path);
        default:
            // As a program that knows nothing of our lock file does.
            var connection = new DuckDBConnection($"DataSource={path}");
            connection.Open();
            return connection;
    }
}
