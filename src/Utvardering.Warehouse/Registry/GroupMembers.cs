namespace Utvardering.Warehouse.Registry;

/// <summary>How the members of a comparison group are found.</summary>
public abstract record GroupMembers
{
    /// <summary>The word for it in the registry's table: <c>programme</c>, <c>all</c>, <c>peers</c> or <c>nearest</c>.</summary>
    public abstract string Kind { get; }
}
