using Utvardering.Methods.Catalog;

namespace Utvardering.Methods.Tables;

/// <summary>Which columns of a tidy table are what; null where the role is not given.</summary>
public sealed record TidyColumns
{
    public string? Unit { get; init; }

    public string? Time { get; init; }

    public string? Outcome { get; init; }

    public string? Treated { get; init; }

    public string? Cohort { get; init; }

    public string? Cluster { get; init; }

    public string? Exposure { get; init; }

    public string? Weights { get; init; }

    public IReadOnlyList<string> Covariates { get; init; } = [];

    /// <summary>The columns in this role.</summary>
    public IReadOnlyList<string> Of(ColumnRole role)
    {
        var one = role switch
        {
            ColumnRole.Unit => Unit,
            ColumnRole.Time => Time,
            ColumnRole.Outcome => Outcome,
            ColumnRole.Treated => Treated,
            ColumnRole.Cohort => Cohort,
            ColumnRole.Cluster => Cluster,
            ColumnRole.Exposure => Exposure,
            ColumnRole.Weights => Weights,
            _ => null,
        };
        return role == ColumnRole.Covariates ? Covariates : one is null ? [] : [one];
    }
}
