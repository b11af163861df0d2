using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Reporting.Wording;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Wording;

public sealed class LikenessSentenceTests
{
    [Fact]
    public void In_which_ways_the_groups_were_unlike_is_told_with_the_size()
    {
        using var folder = new TemporaryFolder();
        var run = MadeRuns.Real() with
        {
            Diagnostics =
            [
                MadeRows.Likeness(MadeOutcomes.Fire, "vs-bra", "balance_level", -1.23, true), MadeRows.Likeness(MadeOutcomes.Fire, "vs-bra", "balance_population", 0.64, true),
                MadeRows.Likeness(MadeOutcomes.Fire, "vs-bra", "overlap", 0.5, true), MadeRows.Likeness(MadeOutcomes.Fire, "vs-bra", "pre_fit", 0.32, true), MadeRows.Likeness(MadeOutcomes.Fire, "vs-never-treated", "overlap", 1, false),
            ],
        };
        var context = new ReportContext(new ReportRows(run.Release(folder)), ReportLanguage.Swedish);
        Assert.Equal(
            [
                "Före starten låg pilotkommunerna i medeltal 1,2 standardavvikelser lägre än de Brå-stödda kommunerna.",
                "Pilotkommunerna är större än de Brå-stödda kommunerna (0,6 standardavvikelser).",
                "Bara 50 procent av pilotkommunerna hade en nivå före starten inom spannet för de Brå-stödda kommunerna.",
                "Den syntetiska kontrollen avvek före starten i medeltal 32 procent av nivån.",
            ],
            LikenessSentence.All(context, MadeOutcomes.Fire, MadePlan.Designs[0]));
        Assert.Empty(LikenessSentence.All(context, MadeOutcomes.Fire, MadePlan.Designs[1]));
    }
}
