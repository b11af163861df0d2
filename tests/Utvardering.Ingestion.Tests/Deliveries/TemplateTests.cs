using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Deliveries.Reading;
using Utvardering.Ingestion.Deliveries.Template;
using Utvardering.Ingestion.Schemas;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Deliveries;

public sealed class TemplateTests
{
    private static readonly ProjectFolder Project = new(Repository.Root);

    public static TheoryData<string> Datasets => [.. ContractReader.Datasets(Project)];

    [Fact]
    public void There_are_contracts_for_figures_and_for_the_support_log() => Assert.Equal(["deliveries", "support_log"], ContractReader.Datasets(Project));

    [Theory]
    [MemberData(nameof(Datasets))]
    public void The_committed_template_and_guide_are_those_of_the_schema(string dataset)
    {
        var folder = Path.GetDirectoryName(Project.Schema(dataset))!;
        Assert.True(
            File.ReadAllBytes(Path.Combine(folder, ContractTemplate.FileName)).AsSpan().SequenceEqual(ContractTemplate.Write(Contract(dataset))),
            $"The template differs from the schema. Run: utvardering contract {dataset}");
        Assert.Equal(ContractGuide.Write(Contract(dataset)), File.ReadAllText(Path.Combine(folder, ContractGuide.FileName), Encoding.UTF8));
    }

    [Theory]
    [MemberData(nameof(Datasets))]
    public void The_template_is_a_valid_workbook(string dataset)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(ContractTemplate.Write(Contract(dataset))), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(workbook).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
    }

    [Theory]
    [MemberData(nameof(Datasets))]
    public void The_template_has_the_headings_and_offers_every_code(string dataset)
    {
        var contract = Contract(dataset);
        var file = DeliveredFileReader.Read(ContractTemplate.Write(contract), contract, declared: null)!;
        Assert.Equal(contract.Columns.Select(column => column.Heading), file.Header);
        Assert.Empty(file.Rows);
        var offered = file.Others.SelectMany(part => part.Rows).SelectMany(row => row.Cells).ToHashSet();
        foreach (var option in contract.Columns.SelectMany(column => column.Codes?.Options ?? []))
        {
            Assert.Contains(option.Written, offered);
        }

        var sheet = Workbooks.Part(ContractTemplate.Write(contract), "xl/worksheets/sheet1.xml");
        foreach (var column in contract.Columns.Where(column => column.Codes is not null))
        {
            Assert.Contains($"${column.Codes!.Options.Count + 1}</formula1>", sheet, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Datasets))]
    public void What_the_template_offers_and_the_guide_shows_is_understood(string dataset)
    {
        foreach (var column in Contract(dataset).Columns)
        {
            foreach (var option in column.Codes?.Options ?? [])
            {
                Assert.Equal(option.Code, column.Value(option.Written));
                Assert.Equal(option.Code, column.Value(option.Code));
            }

            Assert.True(column.Codes is null || column.Codes.Options.Any(option => option.Code == column.Value(column.Example)), $"{column.Heading}: {column.Example}");
        }
    }

    private static DeliveryContract Contract(string dataset) => ContractReader.Read(Project, SchemaReader.Read(Project, dataset));
}
