namespace Utvardering.Ingestion.Direct;

/// <summary>Work done on several threads, whose results are taken one after the other in order.</summary>
internal static class InOrder
{
    /// <param name="count">How many pieces there are.</param>
    /// <param name="work">Does a piece; a few more are begun than there are processors.</param>
    public static IEnumerable<T> Run<T>(int count, Func<int, T> work)
    {
        var begun = new Queue<Task<T>>();
        try
        {
            for (var next = 0; next < count || begun.Count > 0;)
            {
                while (next < count && begun.Count <= Environment.ProcessorCount)
                {
                    var piece = next++;
                    begun.Enqueue(Task.Run(() => work(piece)));
                }

                yield return begun.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            // What they work with is gone after this.
            Task.WhenAll(begun).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        }
    }
}
