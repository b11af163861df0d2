namespace Utvardering.Warehouse.DuckDb;

/// <summary>Fills an empty chunk with the next rows.</summary>
/// <returns>How many there are; 0 after the last.</returns>
public delegate int RowFiller(RowChunk chunk);
