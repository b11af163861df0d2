namespace Utvardering.Reporting.Documents;

/// <summary>A numbered section.</summary>
/// <param name="Id">Its anchor, the same in both languages.</param>
/// <param name="Title">Its heading, without the number.</param>
/// <param name="Blocks">What stands before the first subsection.</param>
/// <param name="Sections">Its subsections.</param>
internal sealed record Section(string Id, string Title, IReadOnlyList<Block> Blocks, IReadOnlyList<Section> Sections)
{
    public Section(string id, string title, IReadOnlyList<Block> blocks)
        : this(id, title, blocks, [])
    {
    }

    /// <summary>The heading in the table of contents, where the full one is long.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>The blocks of this section and of all below it, in the order of reading.</summary>
    public IEnumerable<Block> AllBlocks => Blocks.Concat(Sections.SelectMany(section => section.AllBlocks));
}
