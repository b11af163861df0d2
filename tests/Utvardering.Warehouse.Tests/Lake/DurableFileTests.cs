using Utvardering.Testing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Tests.Lake;

public sealed class DurableFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_file_is_replaced_whole_and_nothing_is_left_beside()
    {
        DurableFile.Write(folder["a"], "longer"u8);
        DurableFile.Write(folder["a"], "new"u8);
        Assert.Equal("new", File.ReadAllText(folder["a"]));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_folder_that_is_not_there_can_t_be_synced() =>
        Assert.Throws<IOException>(() => DurableFile.SyncFolder(folder["nowhere"]));

    [Fact]
    public void What_a_crash_left_beside_is_swept_and_nothing_else()
    {
        Directory.CreateDirectory(folder["below"]);
        File.WriteAllText(folder["below/a.json.0123456789abcdef0123456789abcdef.part"], "half");
        File.WriteAllText(folder["below/a.json"], "whole");
        File.WriteAllText(folder["below/mine.part"], "whole");
        Assert.Equal(1, DurableFile.Sweep(folder.Path));
        Assert.Equal(["a.json", "mine.part"], Directory.GetFiles(folder["below"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(0, DurableFile.Sweep(folder["nowhere"]));
    }

    [Fact]
    public void A_folder_is_made_with_those_above_it()
    {
        DurableFile.CreateFolder(folder["a/b/c/"]);
        DurableFile.CreateFolder(folder["a/b/c"]);
        Assert.True(Directory.Exists(folder["a/b/c"]));
        File.WriteAllText(folder["a/b/c/file"], "x");
        DurableFile.SyncTree(folder["a"]);
    }

    public void Dispose() => folder.Dispose();
}
