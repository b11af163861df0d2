using System.Text;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Transport;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Landing;

public sealed class LandingStoreTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2024, 6, 1, 4, 15, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Bytes_are_kept_as_they_came_under_their_hash()
    {
        var body = Store.Keep(WebRequest.Get(new("https://example.org/a")), new(200, "application/json", Encoding.UTF8.GetBytes("abc"), Time));
        // SHA-256 of "abc", FIPS 180-2 appendix B.1.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", body.Sha256);
        Assert.Equal(folder[Path.Combine("source", body.Sha256)], body.File);
        Assert.Equal("abc", File.ReadAllText(body.File));
        var record = LandingStore.ReadRecord(body.File);
        Assert.Equal(3, record.Bytes);
        Assert.Equal(new("https://example.org/a", null, Time, 200, "application/json"), record.Retrievals.Single());
    }

    [Fact]
    public void The_same_bytes_again_change_nothing_and_from_elsewhere_add_a_retrieval()
    {
        var first = Keep("a.csv", Time);
        var bytes = File.ReadAllBytes(first.File + ".json");
        Keep("a.csv", Time.AddDays(1));
        Assert.Equal(bytes, File.ReadAllBytes(first.File + ".json"));
        Keep("b.csv", Time.AddDays(2));
        Assert.Equal(["a.csv", "b.csv"], LandingStore.ReadRecord(first.File).Retrievals.Select(retrieval => retrieval.Origin));
        Assert.Equal(2, Directory.GetFiles(folder["source"]).Length);
    }

    public void Dispose() => folder.Dispose();

    private LandingStore Store => new(folder.Path, "source");

    private LandedBody Keep(string path, DateTimeOffset time) => Store.Keep(new OriginFile(path, time, () => new MemoryStream([1, 2, 3])));
}
