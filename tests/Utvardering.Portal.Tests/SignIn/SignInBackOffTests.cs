using Microsoft.Extensions.Time.Testing;
using Utvardering.Portal.SignIn;

namespace Utvardering.Portal.Tests.SignIn;

public sealed class SignInBackOffTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly SignInBackOff backOff;

    public SignInBackOffTests() => backOff = new(clock);

    [Fact]
    public void Three_are_free_and_then_the_wait_doubles_up_to_five_minutes()
    {
        var waits = new List<double>();
        for (var wrong = 0; wrong < 12; wrong++)
        {
            backOff.Failed("åsa");
            waits.Add(backOff.Wait("åsa").TotalSeconds);
        }

        Assert.Equal([0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300], waits);
    }

    [Fact]
    public void A_wait_passes_and_is_of_one_name_however_it_is_written()
    {
        Fail(3);
        Assert.Equal(TimeSpan.FromSeconds(2), backOff.Wait("ÅSA"));
        Assert.Equal(TimeSpan.Zero, backOff.Wait("bo"));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, backOff.Wait("åsa"));
    }

    [Fact]
    public void The_right_password_or_a_quarter_of_an_hour_begins_anew()
    {
        Fail(5);
        backOff.Succeeded("åsa");
        Fail(1);
        Assert.Equal(TimeSpan.Zero, backOff.Wait("åsa"));
        Fail(5);
        clock.Advance(TimeSpan.FromMinutes(16));
        Fail(1);
        Assert.Equal(TimeSpan.Zero, backOff.Wait("åsa"));
    }

    private void Fail(int times)
    {
        for (var wrong = 0; wrong < times; wrong++)
        {
            backOff.Failed("åsa");
        }
    }
}
