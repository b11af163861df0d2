namespace Utvardering.Reporting.Charts.Layout;

/// <summary>Keeps labels at the end of lines apart.</summary>
internal static class EndLabels
{
    /// <summary>
    /// Moves labels of given heights as little as possible (least squares) so that none covers another: labels that meet form a block
    /// about the mean of where its members want to be.
    /// </summary>
    /// <param name="wanted">Where the middle of each label would best be, in pixels from the top.</param>
    /// <param name="heights">The height of each label, in pixels, any space between labels included.</param>
    /// <returns>The middle of each label, in the order given.</returns>
    public static double[] Apart(IReadOnlyList<double> wanted, IReadOnlyList<double> heights)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i).ToArray();
        var blocks = new List<Block>();
        foreach (var i in order)
        {
            var block = new Block([i], wanted[i] - (heights[i] / 2), heights[i]);
            while (blocks.Count > 0 && blocks[^1].Bottom > block.Top)
            {
                block = Join(blocks[^1], block);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        var middles = new double[wanted.Count];
        foreach (var block in blocks)
        {
            var top = block.Top;
            foreach (var i in block.Members)
            {
                middles[i] = top + (heights[i] / 2);
                top += heights[i];
            }
        }

        return middles;
    }

    /// <summary>The best top of the joined block is the mean of the tops its members ask for, weighted by their number.</summary>
    private static Block Join(Block upper, Block lower)
    {
        var (above, below) = (upper.Members.Length, lower.Members.Length);
        var top = ((upper.Top * above) + ((lower.Top - upper.Height) * below)) / (above + below);
        return new Block([.. upper.Members, .. lower.Members], top, upper.Height + lower.Height);
    }

    private sealed record Block(int[] Members, double Top, double Height)
    {
        public double Bottom => Top + Height;
    }
}
