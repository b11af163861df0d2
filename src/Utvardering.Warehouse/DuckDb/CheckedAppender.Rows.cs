namespace Utvardering.Warehouse.DuckDb;

public sealed partial class CheckedAppender
{
    /// <summary>Appends whole rows and completes.</summary>
    public void AppendAll(IEnumerable<IEnumerable<object?>> rows)
    {
        foreach (var row in rows)
        {
            foreach (var value in row)
            {
                AppendObject(value);
            }

            EndRow();
        }

        Complete();
    }
}
