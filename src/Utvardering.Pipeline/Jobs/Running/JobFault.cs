using System.Net.Sockets;
using Utvardering.Ingestion;
using Utvardering.Warehouse;

namespace Utvardering.Pipeline.Jobs.Running;

/// <summary>A fault of a run.</summary>
/// <param name="Kind">What it calls for.</param>
/// <param name="Reason">What happened, in a sentence; holds no value of a refused file.</param>
/// <param name="NotBefore">The source asked not to be asked again before.</param>
public sealed record JobFault(FaultKind Kind, string Reason, DateTimeOffset? NotBefore = null)
{
    /// <summary>The reason in Swedish; null where it is told in English alone.</summary>
    public string? ReasonSv { get; init; }

    /// <summary>What kind of fault an exception is.</summary>
    public static JobFault Of(Exception fault) => fault switch
    {
        SourceException { Fault: SourceFault.Transient or SourceFault.Changed } source => new(FaultKind.Passing, source.Message, source.NotBefore),
        SourceException { Fault: SourceFault.Refused } source => new(FaultKind.RefusedByThem, source.Message),
        SourceException source => new(FaultKind.WrongAnswer, source.Message),
        InputException { Passes: true } input => new(FaultKind.Passing, input.Message),
        InputException input => new(FaultKind.Definition, input.Message),
        HttpRequestException or SocketException or TimeoutException => new(FaultKind.Passing, fault.Message),
        IOException or UnauthorizedAccessException => new(FaultKind.Storage, fault.Message),
        _ => new(FaultKind.Program, $"{fault.GetType().Name}: {fault.Message}"),
    };
}
