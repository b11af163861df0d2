namespace Utvardering.Portal.Tests.Made;

/// <summary>A clock that goes as the system's does, from another time.</summary>
/// <param name="from">The time at its making.</param>
internal sealed class ShiftedClock(DateTimeOffset from) : TimeProvider
{
    private readonly TimeSpan shift = from - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
