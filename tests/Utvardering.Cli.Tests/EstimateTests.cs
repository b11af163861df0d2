using System.Security.Cryptography;
using System.Text.Json;
using Utvardering.Testing;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Cli.Tests;

/// <summary>Any method on any tidy table, as a researcher types it.</summary>
public sealed class EstimateTests : IDisposable
{
    // Changes: a +4, b +6 treated; c +1, d +3 controls: 5 − 2 = 3, and two of the six choices of two are as far from zero.
    private const string Four = "k,t,y,d\na,1,0,0\na,2,4,1\nb,1,1,0\nb,2,7,1\nc,1,5,0\nc,2,6,0\nd,1,2,0\nd,2,5,0\n";

    private static readonly string[] Columns = ["--unit", "k", "--time", "t", "--outcome", "y", "--treated", "d"];

    private readonly TemporaryFolder folder = new();

    public EstimateTests() => File.WriteAllText(folder["four.csv"], Four);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Json_is_one_object_with_what_was_run_and_what_was_found()
    {
        var ended = await Estimate("did", "four.csv", "--json", "--seed", "7");

        Assert.Equal((0, ""), (ended.Code, ended.Error));
        using var json = JsonDocument.Parse(ended.Output);
        var root = json.RootElement;
        Assert.Equal(["method", "data", "options", "seed", "estimates", "tables", "warnings"], root.EnumerateObject().Select(part => part.Name));
        Assert.Equal(("did", 7), (root.GetProperty("method").GetString(), root.GetProperty("seed").GetInt32()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder["four.csv"]))), root.GetProperty("data").GetProperty("sha256").GetString());
        Assert.Equal("k", root.GetProperty("data").GetProperty("columns").GetProperty("unit").GetString());
        Assert.Equal("randomisation", root.GetProperty("options").GetProperty("inference").GetString());
        var effect = root.GetProperty("estimates")[0];
        Assert.Equal(3, effect.GetProperty("estimate").GetDouble(), 12);
        Assert.Equal(2.0 / 6, effect.GetProperty("pValue").GetDouble(), 12);
        Assert.Equal(4, root.GetProperty("tables").GetProperty("units").GetArrayLength());
    }

    [Fact]
    public async Task Options_are_name_and_value_one_after_another()
    {
        var ended = await Estimate("did", "four.csv", "--options", "inference=donald-lang", "leave-one-out=treated", "--json");

        using var json = JsonDocument.Parse(ended.Output);
        Assert.Equal(Math.Sqrt(2), json.RootElement.GetProperty("estimates")[0].GetProperty("standardError").GetDouble(), 12);
        Assert.Equal(["a", "b"], json.RootElement.GetProperty("tables").GetProperty("leftOut").EnumerateArray().Select(row => row.GetProperty("unit").GetString()));
    }

    [Fact]
    public async Task A_Parquet_file_gives_the_same_as_CSV()
    {
        using (var database = Database.OpenInMemory())
        {
            database.Execute($"copy (from read_csv({SqlText.Literal(folder["four.csv"])})) to {SqlText.Literal(folder["four.parquet"])} (format parquet)");
        }

        var (csv, parquet) = (await Estimate("randomisation", "four.csv", "--json"), await Estimate("randomisation", "four.parquet", "--json"));
        Assert.Equal(0, parquet.Code);
        Assert.Equal(Found(csv.Output), Found(parquet.Output));

        static string Found(string json) => JsonDocument.Parse(json).RootElement.GetProperty("estimates").GetRawText();
    }

    [Fact]
    public async Task The_same_file_options_and_seed_give_the_same_bytes()
    {
        string[] options = ["--options", "design=twfe", "treated=1", "before=1", "after=1", "draws=20", "--seed", "3", "--json"];
        var first = await Estimate("power", "four.csv", options, treated: false);
        Assert.Equal(0, first.Code);
        Assert.Equal(first.Output, (await Estimate("power", "four.csv", options, treated: false)).Output);
    }

    [Fact]
    public async Task Without_json_the_answer_is_tables_for_the_eye_and_notes_beside()
    {
        var ended = await Estimate("did", "four.csv");

        Assert.Contains("effect", ended.Output, StringComparison.Ordinal);
        Assert.Contains("0.333333", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Note: minimum p value above level", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sensitivity=yes", "did has no option \"sensitivity\"")]
    [InlineData("inference=t", "Option inference is one of randomisation, ibragimov-muller")]
    public async Task A_fault_is_a_sentence_and_exit_code_2(string option, string message)
    {
        var ended = await Estimate("did", "four.csv", "--options", option);

        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.Contains(message, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_estimator_s_refusal_is_a_sentence_too()
    {
        var ended = await Estimate("synthetic-did", "four.csv");

        Assert.Equal(2, ended.Code);
        Assert.Contains("is treated from 2, after one period only", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_tells_columns_options_answer_examples_and_JSON()
    {
        var help = (await Command.RunAsync("estimate", "synthetic-control", "--help")).Output;

        Assert.All(
            ["--unit", "`inference` (placebo | conformal | jackknife-plus | none", "`predictors`", "`pooled-rank`", "`withoutDonor`", "estimate synthetic-control --data FILE.csv", "JSON (--json)", "`sha256`"],
            part => Assert.Contains(part, help, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_twenty_methods_are_listed()
    {
        var help = (await Command.RunAsync("estimate", "--help")).Output;

        Assert.All(
            [
                "did", "twfe", "event-study", "group-time", "sun-abraham", "imputation", "bacon", "poisson-did", "synthetic-control", "synthetic-did", "augmented-synthetic-control", "its",
                "randomisation", "wild-bootstrap", "honest-did", "power", "meta", "rates", "funnel", "adjust-p",
            ],
            name => Assert.Contains($"  {name} ", help, StringComparison.Ordinal));
    }

    private Task<Command.Ended> Estimate(string method, string file, params string[] rest) => Estimate(method, file, rest, treated: true);

    private Task<Command.Ended> Estimate(string method, string file, string[] rest, bool treated) =>
        Command.RunAsync(["estimate", method, "--data", folder[file], .. treated ? Columns : Columns[..^2], .. rest]);
}
