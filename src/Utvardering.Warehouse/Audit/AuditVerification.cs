namespace Utvardering.Warehouse.Audit;

/// <summary>What became of checking the whole log.</summary>
/// <param name="Entries">How many whole entries stand in it.</param>
/// <param name="Problems">Empty when every entry is as it was written and none is gone.</param>
public sealed record AuditVerification(long Entries, IReadOnlyList<AuditProblem> Problems)
{
    public bool IsWhole => Problems.Count == 0;
}
