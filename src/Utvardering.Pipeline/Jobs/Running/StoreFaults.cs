using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Utvardering.Pipeline.Jobs.Running;

/// <summary>The store of jobs is away, or busy: what is to be done waits.</summary>
public static partial class StoreFaults
{
    public static bool IsAway(Exception fault) => fault is DbException or SocketException or TimeoutException or IOException
        // The pool of a database that went away while it was asked.
        || (fault is AggregateException { InnerExceptions: [var inner] } && IsAway(inner));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store of jobs does not answer, and is asked again: {Reason}")]
    public static partial void Away(ILogger logger, string reason);
}
