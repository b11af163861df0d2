namespace Utvardering.Warehouse.Vintages;

/// <summary>By what the largest revisions are the largest.</summary>
public enum RevisionOrder
{
    /// <summary>The size of the change in the column's unit.</summary>
    Absolute,

    /// <summary>The size of the change as a share of the earlier number; changes from 0 come last.</summary>
    Relative,
}
