using System.Text;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Schemas;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Deliveries;

/// <summary>The ways senders write the same thing.</summary>
public sealed class DeliveryFormsTests : IDisposable
{
    private readonly Bench bench = new();

    [Theory]
    [InlineData("2024K1", "2024-01-01")]
    [InlineData("2024 kv 2", "2024-04-01")]
    [InlineData("2024kv.3", "2024-07-01")]
    [InlineData("2024Q4", "2024-10-01")]
    [InlineData("2024-k1", "2024-01-01")]
    [InlineData("Kvartal 2 2024", "2024-04-01")]
    [InlineData("K3 2024", "2024-07-01")]
    [InlineData("2024-01-01T00:00:00", "2024-01-01")]
    [InlineData("2024K5", "2024K5")]
    [InlineData("2024", "2024")]
    public void Quarters(string written, string expected) => Assert.Equal(expected, WrittenForms.Quarter(written));

    [Theory]
    [InlineData("2024-03", "2024-03-01")]
    [InlineData("202403", "2024-03-01")]
    [InlineData("2024M03", "2024-03-01")]
    [InlineData("mars 2024", "2024-03-01")]
    [InlineData("Okt. 2024", "2024-10-01")]
    [InlineData("2024-03-01", "2024-03-01")]
    [InlineData("2024-13", "2024-13")]
    [InlineData("mer 2024", "mer 2024")]
    public void Months(string written, string expected) => Assert.Equal(expected, WrittenForms.Month(written));

    [Theory]
    [InlineData("7,5", "7.5")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("1\u00A0234", "1234")]
    [InlineData("\u22127", "-7")]
    [InlineData("12 34", "12 34")]
    [InlineData("1,2,3", "1,2,3")]
    [InlineData("ca 7", "ca 7")]
    public void Numbers(string written, string expected) => Assert.Equal(expected, WrittenForms.Number(written));

    [Theory]
    [InlineData("1 234", "1234")]
    [InlineData("12", "12")]
    [InlineData("1,5", "1,5")]
    [InlineData("12 34", "12 34")]
    public void Counts(string written, string expected) => Assert.Equal(expected, WrittenForms.WholeNumber(written));

    [Fact]
    public async Task Delimiters_titles_labels_and_codes_are_one_and_the_same()
    {
        bench.Put("deliveries/a.csv", "KOMMUNKOD,Kvartal,åldersgrupp,kön,mått,antal,av\n0380 Uppsala,2024 kv 1,13 - 15 ÅR,flickor,Orosanmälningar om barn och unga,\"1 234\",\n");
        bench.Put("deliveries/b.csv", "kommunkod\tkvartal\tåldersgrupp\tkön\tmått\tantal\tav\n380\t2024-01-01\t13–15\tGirls\torosanmalningar\t1234\t\n");
        bench.Put("deliveries/c.xlsx", Workbooks.Of("Blad1", "", "kommunkod;kvartal;åldersgrupp;kön;mått;antal;av", "uppsala;2024Q1;13–15 år;Flickor;orosanmalningar;1234;"));
        var outcome = await bench.IngestAsync("deliveries");
        Assert.Empty(outcome.Refused);
        Assert.Equal(2, outcome.DuplicatesDropped);
        Assert.Equal(["0380 2024-01-01 13-15 girls orosanmalningar ∅ 1234 ∅ ∅"], bench.Rows(outcome.Vintage!, "select * exclude (landing_sha256, landing_row) from vintage"));
    }

    [Fact]
    public async Task The_support_log_takes_months_and_hours()
    {
        bench.Put("support-log/2024.csv", "kommunkod;månad;område;slag;timmar\n0380;mars 2024;Lokala arbetssätt (SIG, SSPF, BUP);Handledning;7,5\n0380;2024-04;assessment;training;12\n");
        var outcome = await bench.IngestAsync("support-log");
        Assert.Equal(
            ["0380 2024-03-01 local_ways_of_working supervision 7.5", "0380 2024-04-01 assessment training 12"],
            bench.Rows(outcome.Vintage!, "select * exclude (landing_sha256, landing_row) from vintage"));
    }

    [Fact]
    public void Every_strand_of_the_registry_can_be_logged_and_no_other()
    {
        var project = new ProjectFolder(Repository.Root);
        var strands = Warehouse.Registry.RegistryFiles.Load(Path.Combine(Repository.Root, "pipelines")).Programmes
            .SelectMany(programme => programme.Strands, (programme, strand) => $"{programme.Id} {strand}");
        var list = CodeList.Read(project, "support-strand");
        Assert.Equal(strands.Order(), list.Rows.Select(row => $"{row[list.Index("programme")]} {row[0]}").Order());
    }

    [Fact]
    public async Task Bytes_of_a_Macintosh_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        bench.Put("deliveries/1490.csv", DeliveryRows.File(DeliveryRows.Good.Replace('–', '-')), Encoding.GetEncoding("macintosh"));
        Assert.Equal(1, (await bench.IngestAsync("deliveries")).RowsAccepted);
    }

    public void Dispose() => bench.Dispose();
}
