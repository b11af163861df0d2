using Utvardering.Ingestion.Transport;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Tests.Sources;

public sealed class FolderTransportTests
{
    [Theory]
    [InlineData("bra-sol/*.{txt,csv}", "bra-sol/a.TXT", true)]
    [InlineData("bra-sol/*.{txt,csv}", "bra-sol/under/a.txt", false)]
    [InlineData("deliveries/**/*.csv", "deliveries/a.csv", true)]
    [InlineData("deliveries/**/*.csv", "deliveries/x/y/a.csv", true)]
    [InlineData("a+b(1).csv", "a+b(1).csv", true)]
    [InlineData("Malmö?.csv", "Malmo\u03081.csv", true)]
    public void A_pattern_matches_paths(string pattern, string path, bool expected) => Assert.Equal(expected, FilePattern.Matches(pattern, path));

    [Fact]
    public async Task It_has_no_web()
    {
        using var folder = new TemporaryFolder();
        var transport = new FolderTransport(folder.Path, FixedClock.At(2024, 6, 1));
        var error = await Assert.ThrowsAsync<SourceException>(() => transport.SendAsync(WebRequest.Get(new("https://example.org/")), default));
        Assert.Contains("https://example.org/", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told() =>
        Assert.Contains("does not exist", Assert.Throws<InputException>(() => new FolderTransport("nowhere-at-all", TimeProvider.System)).Message, StringComparison.Ordinal);
}
