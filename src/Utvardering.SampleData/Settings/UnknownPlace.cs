namespace Utvardering.SampleData.Settings;

/// <summary>Offences whose municipality the police did not write down.</summary>
internal sealed record UnknownPlace
{
    /// <summary>The region's name in the export.</summary>
    public required string Sv { get; init; }

    /// <summary>Their number against the number with a known place.</summary>
    public required double Share { get; init; }
}
