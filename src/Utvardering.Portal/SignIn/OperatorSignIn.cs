using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Utvardering.Pipeline.Jobs.Accounts;

namespace Utvardering.Portal.SignIn;

/// <summary>
/// Who is signed in: a cookie that scripts can't read and other sites can't send, for eight hours or until the browser is closed. It ends
/// when its account is taken away or given another password.
/// </summary>
internal static class OperatorSignIn
{
    /// <summary>The policy of attempts to sign in, from wherever and by whatever name.</summary>
    public const string Attempts = "sign-in";

    private const int AttemptsAMinute = 30;
    private const string Made = "made";
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    public static void Add(IServiceCollection services, string dataRoot)
    {
        var root = Path.GetFullPath(dataRoot);
        // Two portals of one machine share the browser's cookies: each has a name of its own.
        var own = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..8];
        services.AddDataProtection().SetApplicationName("utvardering").PersistKeysToFileSystem(Keys(root));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "utvardering-form-" + own;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.FormFieldName = "token";
            // Said by SafetyHeaders.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "utvardering-" + own;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.ExpireTimeSpan = Lasts;
            cookie.Events.OnValidatePrincipal = ValidateAsync;
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddFixedWindowLimiter(Attempts, window => (window.PermitLimit, window.Window, window.QueueLimit) = (AttemptsAMinute, TimeSpan.FromMinutes(1), 0));
        });
        services.AddSingleton<SignInBackOff>();
    }

    public static Task BeginAsync(HttpContext context, string name, DateTimeOffset passwordMade) => context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
        [new(ClaimTypes.Name, name), new(Made, Text(passwordMade))], CookieAuthenticationDefaults.AuthenticationScheme)));

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var operators = context.HttpContext.RequestServices.GetRequiredService<Operators>();
        if (context.Principal?.Identity?.Name is not { } name
            || await operators.PasswordMadeAsync(name, context.HttpContext.RequestAborted) is not { } made
            || context.Principal.FindFirstValue(Made) != Text(made))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }

    private static string Text(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    // The nodes of a data root know each other's sign-ins. The folder is its owner's alone from the beginning.
    private static DirectoryInfo Keys(string root)
    {
        var path = Path.Combine(root, "keys");
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path);
        }

        const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var folder = Directory.CreateDirectory(path, Owners);
        folder.UnixFileMode = Owners;
        return folder;
    }
}
