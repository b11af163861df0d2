namespace Utvardering.Warehouse.Registry;

/// <summary>
/// Those that Kolada finds similar to any member of another group: <c>members: {peers: pilot, by: [IFO, socioekonomi], without: targeted}</c>.
/// </summary>
/// <param name="Of">The group, whose members are a programme's.</param>
/// <param name="By">Kolada's names for what they are similar in; never empty.</param>
public sealed record PeerMembers(string Of, IReadOnlyList<string> By) : GroupMembers
{
    public override string Kind => "peers";
}
