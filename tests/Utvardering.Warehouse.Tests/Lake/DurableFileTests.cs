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

    public void Dispose() => folder.Dispose();
}
