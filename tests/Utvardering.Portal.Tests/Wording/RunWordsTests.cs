using Utvardering.Pipeline.Feeds;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Portal.Wording;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Portal.Tests.Wording;

public sealed class RunWordsTests
{
    [Fact]
    public void Every_state_and_every_health_has_words_of_its_own_in_both_languages()
    {
        Distinct(Enum.GetValues<RunState>().Select(state => RunWords.Of(state).Text));
        Distinct(Enum.GetValues<JobHealth>().Select(health => RunWords.Of(health).Text));
        Distinct(Enum.GetValues<Freshness>().Select(freshness => FeedWords.Of(freshness).Text));
    }

    private static void Distinct(IEnumerable<LocalText> texts)
    {
        var all = texts.ToList();
        Assert.Equal(all.Count, all.Select(text => text.Sv).Distinct().Count());
        Assert.Equal(all.Count, all.Select(text => text.En).Distinct().Count());
    }
}
