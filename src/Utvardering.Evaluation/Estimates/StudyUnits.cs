namespace Utvardering.Evaluation.Estimates;

/// <summary>The municipalities compared, with those left out already gone.</summary>
internal sealed record StudyUnits(IReadOnlyList<string> Treated, IReadOnlyList<string> Controls)
{
    public IEnumerable<string> All => Treated.Concat(Controls);
}
