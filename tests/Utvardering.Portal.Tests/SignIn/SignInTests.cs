using System.Net;
using Utvardering.Pipeline.Jobs.Accounts;
using Utvardering.Portal.Tests.Made;

namespace Utvardering.Portal.Tests.SignIn;

/// <summary>Who gets in, and how long they stay.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private TestPortal portal = null!;

    public async Task InitializeAsync() => portal = await TestPortal.StartAsync(new TestJobs().Catalog);

    public Task DisposeAsync() => portal.DisposeAsync().AsTask();

    [Fact]
    public async Task Where_there_is_no_account_the_page_says_how_one_is_made_and_no_password_fits()
    {
        using var client = new FormClient(portal.Address);
        Assert.Contains("utvardering user add NAMN --profile sample", await TextAsync(await client.GetAsync("/logga-in")), StringComparison.Ordinal);
        using var answer = await client.SignInAsync("admin", "admin");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_returns_to_its_page_and_its_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await portal.AddOperatorAsync();
        using var client = new FormClient(portal.Address);
        using var answer = await client.SignInAsync(TestPortal.Operator, TestPortal.Password, "/kallor");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/kallor", answer.Headers.Location!.OriginalString);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(TestPortal.Operator, await TextAsync(await client.GetAsync("/")), StringComparison.Ordinal);
        using var elsewhere = await client.SignInAsync(TestPortal.Operator, TestPortal.Password, "//evil.example");
        Assert.Equal("/", elsewhere.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_wrong_password_and_a_name_that_is_not_there_get_the_same_answer()
    {
        await portal.AddOperatorAsync();
        using var client = new FormClient(portal.Address);
        var wrong = await TextAsync(await client.SignInAsync(TestPortal.Operator, "fel lösenord nu"));
        Assert.Contains("Namnet eller lösenordet är fel.", wrong, StringComparison.Ordinal);
        Assert.Contains("Namnet eller lösenordet är fel.", await TextAsync(await client.SignInAsync("ingen", "fel lösenord nu")), StringComparison.Ordinal);
        Assert.DoesNotContain("fel lösenord nu", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_three_wrong_passwords_the_right_one_has_to_wait_too()
    {
        await portal.AddOperatorAsync();
        using var client = new FormClient(portal.Address);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var wrong = await client.SignInAsync(TestPortal.Operator, "fel lösenord nu");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using var early = await client.SignInAsync(TestPortal.Operator.ToUpperInvariant(), TestPortal.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);
        Assert.NotNull(early.Headers.RetryAfter);
        Assert.Contains("För många försök. Vänta", await TextAsync(early), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_thirty_attempts_a_minute_by_any_names_are_refused()
    {
        using var client = new FormClient(portal.Address);
        for (var attempt = 0; attempt < 30; attempt++)
        {
            // An empty name costs no hash.
            using var answer = await client.PostAsync("/logga-in", ("token", "wrong"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var last = await client.PostAsync("/logga-in", ("token", "wrong"));
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.Contains("För många försök", await TextAsync(last), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_account_is_taken_away_is_out_at_once()
    {
        await portal.AddOperatorAsync();
        using var client = new FormClient(portal.Address);
        await client.SignInAsync(TestPortal.Operator, TestPortal.Password);
        var token = await client.TokenAsync("/");
        await portal.Get<Operators>().RemoveAsync(TestPortal.Operator, CancellationToken.None);
        using var answer = await client.PostAsync("/jobb/quick/kor", ("token", token));
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.SeeOther);
        Assert.Empty(await portal.Get<Pipeline.Jobs.Store.RunLog>().NewestAsync(null, 10, CancellationToken.None));
        Assert.DoesNotContain(TestPortal.Operator, await TextAsync(await client.GetAsync("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_ends_what_was_begun_with_the_old()
    {
        await portal.AddOperatorAsync();
        using var client = new FormClient(portal.Address);
        await client.SignInAsync(TestPortal.Operator, TestPortal.Password);
        await portal.Get<Operators>().SetAsync(TestPortal.Operator, "ett helt nytt lösenord", CancellationToken.None);
        Assert.DoesNotContain(TestPortal.Operator, await TextAsync(await client.GetAsync("/")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_keys_of_sign_ins_are_their_owners_alone()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(portal.Data, "keys")));
        }
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return await answer.Content.ReadAsStringAsync();
        }
    }
}
