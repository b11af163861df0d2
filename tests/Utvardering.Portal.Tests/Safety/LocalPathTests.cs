using Utvardering.Portal.Safety;

namespace Utvardering.Portal.Tests.Safety;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/kallor")]
    [InlineData("/korningar/20240101T000000-abc?logg=alla")]
    public void A_path_of_these_pages_is_returned_to(string path) => Assert.Equal(path, LocalPath.Checked(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kallor")]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    public void What_leads_elsewhere_is_the_first_page(string? path) => Assert.Equal("/", LocalPath.Checked(path));
}
