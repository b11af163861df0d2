namespace Utvardering.Warehouse.Registry;

/// <summary>
/// The nearest to each member of another group before its start: <c>members: {nearest: 10, of: pilot, among: never-treated, by: [level, trend]}</c>.
/// Which they are depends on the outcome, so the evaluation finds them and the warehouse's <c>core.group_member</c> has none.
/// </summary>
/// <param name="Count">How many for each member, 1 or more.</param>
/// <param name="Of">The group, whose members are a programme's.</param>
/// <param name="Among">The group they are chosen from.</param>
/// <param name="By">Of <see cref="Criteria"/>, at least one.</param>
public sealed record NearestMembers(int Count, string Of, string Among, IReadOnlyList<string> By) : GroupMembers
{
    /// <summary>What a distance can be made of: level and trend of the outcome before the start, inhabitants, SKR group.</summary>
    public static IReadOnlyList<string> Criteria { get; } = ["level", "trend", "population", "skr_group"];

    public override string Kind => "nearest";
}
