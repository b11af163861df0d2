namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>Choices of controls, repeated ones among them, as counts over all that controls are chosen among.</summary>
internal sealed class ControlPositions
{
    private readonly int[] position;
    private readonly int count;

    /// <param name="controls">The units that controls are chosen among, each once.</param>
    /// <param name="units">The number of all units.</param>
    public ControlPositions(int[] controls, int units)
    {
        (position, count) = (new int[units], controls.Length);
        foreach (var (i, unit) in controls.Index())
        {
            position[unit] = i;
        }
    }

    /// <summary>How often each of them is chosen.</summary>
    public int[] Times(int[] chosen)
    {
        var times = new int[count];
        foreach (var unit in chosen)
        {
            times[position[unit]]++;
        }

        return times;
    }

    /// <summary>The values of the chosen, out of one value for each that might be.</summary>
    public double[] Select(int[] chosen, double[] values) => [.. chosen.Select(unit => values[position[unit]])];
}
