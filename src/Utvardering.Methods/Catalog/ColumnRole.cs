namespace Utvardering.Methods.Catalog;

/// <summary>What a column of a tidy table is to a method.</summary>
public enum ColumnRole
{
    Unit,
    Time,
    Outcome,
    Treated,
    Cohort,
    Cluster,
    Exposure,
    Weights,
    Covariates,
}
