using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Utvardering.Testing.Replay;

/// <summary>The ways in which sources and what stands between fail.</summary>
public static class Misbehaviours
{
    /// <param name="retryAfter">Seconds, or an HTTP date; null: the header is left out.</param>
    public static Misbehaviour Status(int status, string? retryAfter = null) => (context, _) =>
    {
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return WriteAsync(context, new(status, "application/problem+json", Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"status\":{status}}}"))));
    };

    public static Misbehaviour Html(string title, int status = 200) => (context, _) =>
        WriteAsync(context, new(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n<html><head><title>\n {WebUtility.HtmlEncode(title)} </title></head><body></body></html>")));

    /// <summary>Promises the whole body, sends a part and breaks off.</summary>
    public static Misbehaviour CutBody(int bytes) => async (context, right) =>
    {
        context.Response.StatusCode = right.Status;
        context.Response.ContentType = right.ContentType;
        context.Response.ContentLength = right.Body.Length;
        await context.Response.Body.WriteAsync(right.Body.AsMemory(0, bytes));
        await context.Response.Body.FlushAsync();
        // The server closes a connection whose answer ends short. Abort would make the far end forget what it has not yet read.
    };

    /// <summary>Breaks off before anything is said.</summary>
    public static Misbehaviour HangUp() => (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Takes the question and never answers.</summary>
    /// <param name="asked">Told when the question has come.</param>
    public static Misbehaviour Silence(TaskCompletionSource asked) => async (context, _) =>
    {
        asked.TrySetResult();
        await AbortedAsync(context);
    };

    /// <summary>Begins to answer and never ends.</summary>
    /// <param name="begun">
    /// Told when much more has been sent than the buffers between hold: the caller has then read the answer's head and some of its body.
    /// </param>
    public static Misbehaviour Drip(TaskCompletionSource begun) => async (context, right) =>
    {
        context.Response.ContentType = right.ContentType;
        await BlanksAsync(context, 32);
        begun.TrySetResult();
        await AbortedAsync(context);
    };

    /// <summary>An answer of many mebibytes whose head does not say how large it is.</summary>
    public static Misbehaviour Huge(int megabytes) => async (context, right) =>
    {
        context.Response.ContentType = right.ContentType;
        await BlanksAsync(context, megabytes);
    };

    /// <summary>Sends the caller to the address it has asked, for ever.</summary>
    public static Misbehaviour RedirectLoop() => (context, _) =>
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = context.Request.Path + context.Request.QueryString;
        return Task.CompletedTask;
    };

    /// <summary>The right answer in another encoding than JSON's.</summary>
    public static Misbehaviour WrongCharset() => (context, right) =>
        WriteAsync(context, right with { ContentType = "application/json; charset=iso-8859-1", Body = Encoding.Latin1.GetBytes(right.Text) });

    /// <summary>The right answer with its text changed: an empty list, a page of another time.</summary>
    public static Misbehaviour Changed(Func<string, string> change) => (context, right) =>
        WriteAsync(context, right with { Body = Encoding.UTF8.GetBytes(change(right.Text)) });

    internal static async Task WriteAsync(HttpContext context, ReplayAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        await context.Response.Body.WriteAsync(answer.Body);
    }

    private static async Task BlanksAsync(HttpContext context, int megabytes)
    {
        var blanks = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
        for (var sent = 0; sent < megabytes && !context.RequestAborted.IsCancellationRequested; sent++)
        {
            await context.Response.Body.WriteAsync(blanks);
            await context.Response.Body.FlushAsync();
        }
    }

    private static async Task AbortedAsync(HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(() => aborted.TrySetResult());
        await aborted.Task;
    }
}
