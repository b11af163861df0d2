namespace Utvardering.Warehouse.Registry;

/// <summary>All municipalities: <c>members: {all: true}</c>.</summary>
public sealed record EveryMunicipality : GroupMembers
{
    public override string Kind => "all";
}
