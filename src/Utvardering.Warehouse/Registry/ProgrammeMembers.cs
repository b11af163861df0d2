namespace Utvardering.Warehouse.Registry;

/// <summary>Those who take part in a programme: <c>members: {programme: bra-stod}</c>.</summary>
public sealed record ProgrammeMembers(string Programme) : GroupMembers
{
    public override string Kind => "programme";
}
