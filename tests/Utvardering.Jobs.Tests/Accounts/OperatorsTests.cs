using Utvardering.Jobs.Tests.Store;
using Utvardering.Pipeline.Jobs.Accounts;
using Utvardering.Warehouse;

namespace Utvardering.Jobs.Tests.Accounts;

public sealed class OperatorsTests(Stores stores) : IClassFixture<Stores>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task There_is_nobody_from_the_beginning_and_whoever_is_added_has_one_password()
    {
        var operators = new Operators(await stores.NewAsync("sqlite"), TimeProvider.System);
        Assert.Empty(await operators.NamesAsync(None));
        Assert.False(await operators.AreAsync("admin", "admin", None));

        await operators.SetAsync("åsa", "en lång mening om snö", None);

        Assert.True(await operators.AreAsync("åsa", "en lång mening om snö", None));
        Assert.False(await operators.AreAsync("åsa", "en lång mening om sno", None));
        await operators.SetAsync("åsa", "en annan lång mening", None);
        Assert.False(await operators.AreAsync("åsa", "en lång mening om snö", None));
        Assert.True(await operators.RemoveAsync("åsa", None));
        Assert.False(await operators.AreAsync("åsa", "en annan lång mening", None));
        Assert.Null(await operators.PasswordMadeAsync("åsa", None));
    }

    [Theory]
    [InlineData("a", "en lång mening om snö")]
    [InlineData("a b", "en lång mening om snö")]
    [InlineData("åsa", "för kort")]
    public async Task A_name_or_password_that_can_t_be_used_is_refused(string name, string password)
    {
        var operators = new Operators(await stores.NewAsync("sqlite"), TimeProvider.System);
        await Assert.ThrowsAsync<InputException>(() => operators.SetAsync(name, password, None));
        Assert.Empty(await operators.NamesAsync(None));
    }

    [Fact]
    public void What_is_kept_is_salted_and_says_its_rounds()
    {
        var (one, other) = (PasswordHash.Of("samma ord igen"), PasswordHash.Of("samma ord igen"));
        Assert.NotEqual(one, other);
        Assert.StartsWith("pbkdf2-sha256$600000$", one, StringComparison.Ordinal);
        Assert.True(PasswordHash.Is(one, "samma ord igen"));
        // The same letters, composed in another way.
        Assert.True(PasswordHash.Is(PasswordHash.Of("sn\u00f6 och is i mars"), "sno\u0308 och is i mars"));
        Assert.False(PasswordHash.Is(null, "samma ord igen"));
    }
}
