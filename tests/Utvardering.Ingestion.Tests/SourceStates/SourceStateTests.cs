using Utvardering.Ingestion.SourceStates;
using Utvardering.Ingestion.Transport;
using Utvardering.Warehouse;

namespace Utvardering.Ingestion.Tests.SourceStates;

public sealed class SourceStateTests : IDisposable
{
    private const string Good = "municipality_code,municipality,skr_group\n1490,Borås,B3\n";
    private const string Bad = "municipality_code,municipality,skr_group\n1490,Borås,Z9\n";

    private readonly House house = new("municipality_groups", "municipality_code", "municipality", "skr_group");

    private SourceState? State => new SourceStateStore(house.DataRoot).Read("t");

    [Fact]
    public async Task A_new_vintage_an_unchanged_one_and_a_refusal_are_told_apart()
    {
        Assert.Null(State);
        await house.IngestAsync(Good);
        Assert.Equal((SourceOutcome.NewVintage, 1L), (State!.Outcome, State.Rows));
        Assert.Equal(State.LastAttempt, State.LastSuccess);

        await house.IngestAsync(Good, day: 1);
        Assert.Equal((SourceOutcome.Unchanged, house.Clock.Time), (State.Outcome, State.LastSuccess));

        await house.IngestAsync(Bad, day: 2);
        Assert.Equal((SourceOutcome.Refused, house.Clock.Time), (State.Outcome, State.LastAttempt));
        Assert.Equal((house.Clock.Time.AddDays(-1), 1L), (State.LastSuccess, State.Rows));
        Assert.Contains("1 file(s) were refused", State.LastError!.Message, StringComparison.Ordinal);

        await house.IngestAsync(Good, day: 3);
        Assert.Equal(SourceOutcome.Unchanged, State.Outcome);
        Assert.Equal(house.Clock.Time.AddDays(-1), State.LastError!.Time);
    }

    [Fact]
    public async Task A_failure_is_kept_with_its_message_and_thrown_on()
    {
        await house.IngestAsync(Good);
        var empty = Directory.CreateDirectory(Path.Combine(house.DataRoot, "empty")).FullName;
        house.Clock.Time = house.Clock.Time.AddDays(1);
        var fault = await Assert.ThrowsAsync<InputException>(() => new Ingestor(house.Project).IngestAsync(house.Source, new FolderTransport(empty, house.Clock), house.DataRoot));
        Assert.Equal((SourceOutcome.Failed, fault.Message, house.Clock.Time), (State!.Outcome, State.LastError!.Message, State.LastError.Time));
        Assert.Equal(house.Clock.Time.AddDays(-1), State.LastSuccess);
    }

    public void Dispose() => house.Dispose();
}
