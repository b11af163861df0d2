using System.Security.Cryptography;
using System.Text;
using Utvardering.Ingestion.Sealing;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Tests.Sealing;

public sealed class RefusedBytesTests : IDisposable
{
    private static readonly byte[] Clear = Encoding.UTF8.GetBytes("kommunkod;namn\n0180;000101-9819\n");
    private static readonly string Sha256 = Convert.ToHexStringLower(SHA256.HashData(Clear));
    private static readonly Dictionary<string, long> Reasons = new() { ["personal-number"] = 1 };
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Sealed_bytes_are_returned_to_their_sender()
    {
        var decision = Store().Refuse("deliveries", Clear, RefusalMode.Sealed, Reasons);

        Assert.Equal((Sha256, "k", null), (decision.Sha256, decision.KeyId, decision.Destroyed));
        Assert.Equal(Clear, Store().Return("deliveries", Sha256));
        Assert.Equal(1, Store().Decision("deliveries", Sha256).Reasons["personal-number"]);
    }

    [Fact]
    public void No_file_in_quarantine_holds_a_readable_line_of_them()
    {
        Store().Refuse("deliveries", Clear, RefusalMode.Sealed, Reasons);

        var files = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);
        Assert.Equal(["decision.json", "sealed.bin"], files.Select(file => Path.GetFileName(file)).Order());
        Assert.All(files, file => Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf("000101"u8) < 0, file));
    }

    [Fact]
    public void Destroyed_bytes_leave_only_the_decision()
    {
        Store(null).Refuse("deliveries", Clear, RefusalMode.Destroyed, Reasons);

        Assert.Equal(["decision.json"], Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)));
        Assert.Contains("destroyed 2026-03-01", Assert.Throws<InputException>(() => Store().Return("deliveries", Sha256)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sealed_bytes_can_be_destroyed_later()
    {
        Store().Refuse("deliveries", Clear, RefusalMode.Sealed, Reasons);

        Store().Destroy("deliveries", Sha256);

        Assert.Equal(RefusalMode.Destroyed, Store().Decision("deliveries", Sha256).Mode);
        Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Without_a_key_nothing_is_sealed_and_nothing_is_left_behind()
    {
        Assert.Throws<InputException>(() => Store(null).Refuse("deliveries", Clear, RefusalMode.Sealed, Reasons));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Bytes_that_are_gone_or_were_never_there_are_told_apart()
    {
        Store().Refuse("deliveries", Clear, RefusalMode.Sealed, Reasons);
        File.Delete(Path.Combine(folder.Path, "deliveries", Sha256, "sealed.bin"));

        Assert.Throws<SealBrokenException>(() => Store().Return("deliveries", Sha256));
        Assert.Throws<InputException>(() => Store().Return("deliveries", new string('0', 64)));
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("")]
    public void A_source_that_is_no_name_of_a_folder_is_refused(string source)
    {
        Assert.Throws<ArgumentException>(() => Store().Refuse(source, Clear, RefusalMode.Sealed, Reasons));
    }

    public void Dispose() => folder.Dispose();

    private RefusedBytes Store() => Store(Keys.Of("k"));

    private RefusedBytes Store(EncryptionKeys? keys) => new(folder.Path, keys, new StandingClock());

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
