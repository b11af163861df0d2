using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Transport.Http;

/// <summary>One question with its repetitions.</summary>
internal sealed class Sending(
    SourceDefinition source, HttpClient client, RateGate gate, Uri? proxy, TimeProvider clock, Func<double> jitter, WebRequest request)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly SourcePatience patience = source.Patience;
    private Attempt attempt = new(source.Source, request.Method, request.Address, proxy, 0);
    private long start;

    /// <exception cref="SourceException">No answer came; the kind says what that calls for.</exception>
    public async Task<WebAnswer> RunAsync(CancellationToken cancellationToken)
    {
        // The first turn may be an hour away where calls are counted by the hour: that is no fault of the source.
        await gate.PassAsync(cancellationToken);
        start = clock.GetTimestamp();
        try
        {
            return await Whole().ExecuteAsync(async token => await AskAsync(token), cancellationToken);
        }
        catch (TimeoutRejectedException error)
        {
            throw HttpFaults.TooSlow(attempt, error.Timeout, error);
        }
    }

    private ResiliencePipeline<WebAnswer> Whole() => new ResiliencePipelineBuilder<WebAnswer> { TimeProvider = clock }
        .AddTimeout(patience.Total)
        .AddRetry(new RetryStrategyOptions<WebAnswer>
        {
            MaxRetryAttempts = patience.Retries,
            ShouldHandle = outcome => ValueTask.FromResult(IsWorthRepeating(outcome.Outcome)),
            DelayGenerator = outcome => ValueTask.FromResult<TimeSpan?>(Wait(outcome.AttemptNumber, outcome.Outcome.Result?.NotBefore)),
        })
        .AddTimeout(patience.Answer)
        .Build();

    private bool IsWorthRepeating(Outcome<WebAnswer> outcome) => outcome switch
    {
        { Exception: SourceException { Fault: SourceFault.Transient } or TimeoutRejectedException } => true,
        // What asks for a longer wait than we have is given up at once, with the time it named.
        { Result: { } answer } when AnswerFaults.IsTransient(answer.Status) =>
            answer.NotBefore is not { } time || time - clock.GetUtcNow() < patience.Total - clock.GetElapsedTime(start),
        _ => false,
    };

    /// <summary>1, 2, 4 … seconds, each between half and one and a half of it, so that many callers do not come back at the same time.</summary>
    private TimeSpan Wait(int repetitions, DateTimeOffset? notBefore)
    {
        var grown = FirstWait * Math.Pow(2, repetitions) * (0.5 + jitter());
        var wait = grown < LongestWait ? grown : LongestWait;
        return notBefore - clock.GetUtcNow() is { } asked && asked > wait ? asked : wait;
    }

    private async Task<WebAnswer> AskAsync(CancellationToken cancellationToken)
    {
        if (attempt.Number > 0)
        {
            await gate.PassAsync(cancellationToken);
        }

        attempt = attempt with { Number = attempt.Number + 1, Status = null, Bytes = 0, Promised = null };
        try
        {
            using var message = Message();
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return await TakeAsync(response, cancellationToken);
        }
        catch (Exception error) when (HttpFaults.Knows(error) && !cancellationToken.IsCancellationRequested)
        {
            throw HttpFaults.Explain(attempt, patience, error);
        }
    }

    private HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(request.Method, request.Address);
        if (request.JsonBody is { } body)
        {
            message.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        if (request.Held?.ETag is { } tag)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (request.Held?.LastModified is { } time)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", time);
        }

        return message;
    }

    private async Task<WebAnswer> TakeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        attempt.Status = status;
        attempt.Promised = response.Content.Headers.ContentLength;
        if (status is >= 300 and <= 399 and not 304)
        {
            throw HttpFaults.SentOn(attempt, response.Headers.Location);
        }

        var notBefore = RetryAfter(response.Headers.RetryAfter);
        if (notBefore is { } time && AnswerFaults.IsTransient(status))
        {
            gate.Close(time);
        }

        return new(status, response.Content.Headers.ContentType?.ToString(), await BodyAsync(response, cancellationToken), clock.GetUtcNow())
        {
            NotBefore = notBefore,
            Validators = Versions(response),
        };
    }

    private async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var most = source.Limits.MostMegabytes * 1024L * 1024;
        if (attempt.Promised > most)
        {
            throw HttpFaults.TooLarge(attempt, source.Limits.MostMegabytes);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            body.Write(buffer, 0, read);
            attempt.Bytes = body.Length;
            if (body.Length > most)
            {
                throw HttpFaults.TooLarge(attempt, source.Limits.MostMegabytes);
            }
        }

        return body.ToArray();
    }

    private DateTimeOffset? RetryAfter(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => clock.GetUtcNow() + delta,
        { Date: { } date } => date,
        _ => null,
    };

    private static Validators? Versions(HttpResponseMessage response)
    {
        var tag = response.Headers.ETag?.ToString();
        var time = response.Content.Headers.LastModified?.ToString("R", CultureInfo.InvariantCulture);
        return tag is null && time is null ? null : new(tag, time);
    }
}
