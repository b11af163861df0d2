using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Utvardering.Pipeline.Jobs.Accounts;
using Utvardering.Portal.Safety;
using Utvardering.Portal.Shell;

namespace Utvardering.Portal.SignIn;

/// <summary>Signing in and out.</summary>
internal static class SignInEndpoints
{
    private const int LongestName = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/logga-in", async (HttpContext context, PageFrames frames, Operators operators, string? till, CancellationToken stop) =>
            await PageAsync(frames.Of(context), operators, new() { ReturnTo = LocalPath.Checked(till) }, StatusCodes.Status200OK, stop));
        routes.MapForm("/logga-in", SignInAsync).RequireRateLimiting(OperatorSignIn.Attempts);
        routes.MapForm("/logga-ut", async (HttpContext context) =>
        {
            await context.SignOutAsync();
            return SeeOther.To("/");
        });
    }

    private static async Task<IResult> SignInAsync(HttpContext context, PageFrames frames, Operators operators, SignInBackOff backOff, CancellationToken stop)
    {
        var form = await context.Request.ReadFormAsync(stop);
        var (name, password) = (form["name"].ToString().Trim(), form["password"].ToString());
        var asked = new SignInView { Name = name, ReturnTo = LocalPath.Checked(form["till"]) };
        await backOff.Turn.WaitAsync(stop);
        try
        {
            if (backOff.Wait(name) is var wait && wait > TimeSpan.Zero)
            {
                context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return await PageAsync(frames.Of(context), operators, asked with { Wait = wait }, StatusCodes.Status429TooManyRequests, stop);
            }

            if (name.Length is 0 or > LongestName || !await operators.AreAsync(name, password, stop) || await operators.PasswordMadeAsync(name, stop) is not { } made)
            {
                backOff.Failed(name);
                return await PageAsync(frames.Of(context), operators, asked with { IsWrong = true }, StatusCodes.Status401Unauthorized, stop);
            }

            backOff.Succeeded(name);
            await OperatorSignIn.BeginAsync(context, name, made);
            return SeeOther.To(asked.ReturnTo);
        }
        finally
        {
            backOff.Turn.Release();
        }
    }

    private static async Task<IResult> PageAsync(PageFrame frame, Operators operators, SignInView view, int status, CancellationToken stop) =>
        Pages.Show<SignInPage>(frame, view with { IsNobody = (await operators.NamesAsync(stop)).Count == 0 }, status);
}
