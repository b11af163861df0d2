using Utvardering.Testing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Tests.Lake;

public sealed class StagingFolderTests : IDisposable
{
    private readonly TemporaryFolder area = new();

    [Fact]
    public void What_a_crash_left_is_swept()
    {
        Directory.CreateDirectory(area["left/vintage"]);
        File.WriteAllText(area["left/vintage/part-0.parquet"], "half");
        File.WriteAllText(area["left.lock"], "");
        Assert.Equal(1, StagingFolder.Sweep(area.Path));
        Assert.Empty(Directory.GetFileSystemEntries(area.Path));
    }

    [Fact]
    public void What_is_in_use_is_left_alone()
    {
        using (var used = new StagingFolder(area.Path))
        {
            Assert.Equal(0, StagingFolder.Sweep(area.Path));
            Assert.True(Directory.Exists(used.Path));
        }

        Assert.Empty(Directory.GetFileSystemEntries(area.Path));
    }

    [Fact]
    public void An_area_that_is_not_there_has_nothing_to_sweep() => Assert.Equal(0, StagingFolder.Sweep(area["nowhere"]));

    public void Dispose() => area.Dispose();
}
