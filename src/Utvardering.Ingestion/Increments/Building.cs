using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Increments;

/// <summary>What an adapter asks and tells about building upon the last complete retrieval.</summary>
/// <param name="rules">Null: the source is always asked for all.</param>
/// <param name="standing">The last complete retrieval; null: there is none to build upon.</param>
/// <param name="now">By the transport's clock.</param>
internal sealed class Building(IncrementRules? rules, Standing? standing, DateTimeOffset now)
{
    private string? selection;
    private string? state;
    private RetrievalKind kind = RetrievalKind.Whole;
    private ChangeSet? changes;

    /// <summary>The day from which to ask for changes; null: only all can be asked.</summary>
    public DateOnly? ChangesFrom => Upon is { } upon ? Day(upon.Retrieved).AddDays(-rules!.OverlapDays) : null;

    /// <summary>Whether all is to be asked, be it beside the changes.</summary>
    public bool WholeIsDue => Upon is not { } upon || Day(now).DayNumber - Day(upon.Whole).DayNumber >= rules!.FullEveryDays;

    private Standing? Upon => rules is not null && standing is not null && standing.Selection == selection ? standing : null;

    /// <summary>Says what is asked for. Only what stands of the same selection can be built upon.</summary>
    public void Select(string what) => selection = what;

    /// <summary>Says the source's own word for the state of its figures.</summary>
    /// <returns>Whether what stands has the same, so that nothing need be asked; then the adapter returns no bodies.</returns>
    public bool IsUnchanged(string? word)
    {
        state = word;
        if (word is null || WholeIsDue || Upon!.State != word)
        {
            return false;
        }

        kind = RetrievalKind.Unchanged;
        return true;
    }

    /// <summary>Says what has changed. Unless all is due too, the adapter then returns no bodies.</summary>
    public void Change(IReadOnlyList<LandedBody> bodies)
    {
        changes = new(ChangesFrom!.Value, bodies);
        kind = WholeIsDue ? RetrievalKind.Whole : RetrievalKind.Changes;
    }

    /// <param name="begun">When the first answer came.</param>
    public RetrievedParts Parts(DateTimeOffset begun) => new(kind, begun, rules is null ? null : selection, state, changes);

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
