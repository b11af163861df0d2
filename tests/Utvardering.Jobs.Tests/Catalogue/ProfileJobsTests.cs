using Utvardering.Ingestion;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Runs;
using Utvardering.Testing;

namespace Utvardering.Jobs.Tests.Catalogue;

public sealed class ProfileJobsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_source_of_the_profile_is_a_job_with_its_yaml_s_schedule_and_the_draft_comes_last()
    {
        var jobs = Jobs(new ProjectFolder(Repository.Root));

        Assert.Equal(["kolada", "kolada-groups", "kolada-peers", "scb-population", "bra-sol", "deliveries", "support-log", "draft"], jobs.Select(job => job.Name));
        Assert.Equal("0 15 4 * * ?", jobs[0].Schedule);
        Assert.True(jobs[^1].Rank > jobs[0].Rank);
    }

    [Theory]
    [InlineData("adapter: kolada-v3", "adapter: kolada-v9", "kolada.yaml")]
    [InlineData("schedule: \"0 15 4 * * ?\"", "schedule: \"every night\"", "no Quartz cron expression")]
    public void A_yaml_with_a_fault_is_its_own_job_s_alone_and_says_what_is_wrong(string whole, string broken, string told)
    {
        var house = new ProjectFolder(folder["house"]);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "pipelines"), "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "data-schema"), "*", SearchOption.AllDirectories)))
        {
            var place = Path.Combine(house.Root, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }

        var yaml = Path.Combine(house.Sources, "kolada.yaml");
        var text = File.ReadAllText(yaml);
        Assert.Contains(whole, text, StringComparison.Ordinal);
        File.WriteAllText(yaml, text.Replace(whole, broken, StringComparison.Ordinal));

        var jobs = Jobs(house);

        Assert.Contains(told, jobs[0].Fault!.Message, StringComparison.Ordinal);
        Assert.Null(jobs[0].Schedule);
        Assert.All(jobs.Skip(1), job => Assert.Null(job.Fault));
    }

    private IReadOnlyList<Pipeline.Jobs.Job> Jobs(ProjectFolder house) => new ProfileJobs(house, new RunOptions("sample", null, folder["data"], null), TimeProvider.System).Read();
}
