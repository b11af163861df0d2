namespace Utvardering.Disclosure.Suppression;

/// <summary>How much an attacker must be left in doubt about a primary cell with count a, in whole numbers.</summary>
/// <remarks>
/// The lower, upper and sliding protection levels of Fischetti and Salazar (2001), "Solving the cell suppression problem on tabular data with
/// linear constraints", Management Science 47(7).
/// </remarks>
/// <param name="Width">The sliding level: highest − lowest possible count is at least this; 1 says that the count can't be derived exactly.</param>
/// <param name="Below">The lower level: the lowest possible count is a − this or less, as far down as a count can go (see <see cref="Lowest"/>).</param>
/// <param name="Above">The upper level: the highest possible count is a + this or more.</param>
public sealed record ProtectionRequirement(long Width = 1, long Below = 0, long Above = 0)
{
    /// <summary>Not exactly derivable, which is what every suppressed cell gets.</summary>
    public static ProtectionRequirement NotExact { get; } = new();

    /// <inheritdoc cref="ProtectionRequirement(long, long, long)" path="/param[@name='Width']"/>
    public long Width { get; } = Width >= 1 ? Width : throw new ArgumentOutOfRangeException(nameof(Width), Width, "An interval of width 0 is no protection.");

    /// <inheritdoc cref="ProtectionRequirement(long, long, long)" path="/param[@name='Below']"/>
    public long Below { get; } = Below >= 0 ? Below : throw new ArgumentOutOfRangeException(nameof(Below), Below, "A protection level is not negative.");

    /// <inheritdoc cref="ProtectionRequirement(long, long, long)" path="/param[@name='Above']"/>
    public long Above { get; } = Above >= 0 ? Above : throw new ArgumentOutOfRangeException(nameof(Above), Above, "A protection level is not negative.");

    /// <summary>The count that the lowest possible one may not exceed.</summary>
    /// <param name="count">The cell's count.</param>
    /// <param name="floor">The least the cell can be as far as anybody can know.</param>
    internal long Lowest(long count, long floor) => Math.Max(floor, count - Below);
}
