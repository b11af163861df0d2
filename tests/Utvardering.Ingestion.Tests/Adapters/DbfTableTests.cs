using System.Text;
using Utvardering.Ingestion.Staging;
using Utvardering.Ingestion.Transport;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.Adapters;

public sealed class DbfTableTests : IDisposable
{
    private readonly Bench bench = new();

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    public void Records_are_read_in_either_encoding_and_the_deleted_left_out(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = DbfFile.Read(Made(Encoding.GetEncoding(encoding), " Årby|Örebro", "*Borta|Kalmar", " Ängen|"), null);
        Assert.Equal(["NAMN", "ORT"], file.Columns);
        Assert.Equal(["1 Årby Örebro", "3 Ängen ∅"], file.Rows.Select(row => $"{row.Row} {string.Join(' ', row.Cells.Select(cell => cell ?? "∅"))}"));
    }

    [Fact]
    public void A_cell_with_what_is_no_character_stays_as_it_is() =>
        Assert.Equal("\uFFFEby", DbfFile.Read(Made(Encoding.UTF8, " \uFFFEby|Örebro"), null).Rows.Single().Cells[0]);

    [Fact]
    public async Task A_damaged_table_is_refused()
    {
        var whole = Made(Encoding.UTF8, " Årby|Örebro");
        bench.Put("polisen/vulnerable_areas_2023/uso_2023.dbf", whole[..^5]);
        Assert.Contains("Filen kan inte läsas som tabell", Bench.Report(await bench.IngestAsync("files-vulnerable-areas")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_without_the_fields_is_refused()
    {
        bench.Put("polisen/vulnerable_areas_2023/uso_2023.dbf", Made(Encoding.UTF8, " Årby|Örebro"));
        Assert.Contains("Kolumnen 'KATEGORI' saknas.", Bench.Report(await bench.IngestAsync("files-vulnerable-areas")), StringComparison.Ordinal);
    }

    [SharedDataFact]
    public async Task The_59_areas_of_2023_get_their_municipalities()
    {
        var outcome = await bench.IngestAsync("files-vulnerable-areas", new FolderTransport(Path.Combine(Repository.Shared, "data"), bench.Clock));
        // Counted in the .dbf by another program: 27 vulnerable, 15 at risk, 17 especially vulnerable.
        Assert.Equal(["at_risk 15", "especially_vulnerable 17", "vulnerable 27"], bench.Rows(outcome.Vintage!, "select category, count(*) from vintage group by 1 order by 1"));
        Assert.Equal(["Finnsta 0139", "Tynnered / Grevgården / Opaltorget 1480"],
            bench.Rows(outcome.Vintage!, "select area, municipality_code from vintage where area like 'Tynnered%' or area = 'Finnsta' order by 1"));
    }

    public void Dispose() => bench.Dispose();

    /// <summary>A table of two fields of 10 bytes; a record is its mark, then the cells between bars.</summary>
    private static byte[] Made(Encoding encoding, params string[] records)
    {
        const int fieldSize = 10;
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write([0x03, 123, 1, 1]);
        writer.Write(records.Length);
        writer.Write((ushort)(32 + (2 * 32) + 1));
        writer.Write((ushort)(1 + (2 * fieldSize)));
        writer.Write(new byte[20]);
        foreach (var name in new[] { "NAMN", "ORT" })
        {
            writer.Write(Encoding.ASCII.GetBytes(name.PadRight(11, '\0') + "C"));
            writer.Write(new byte[4]);
            writer.Write((byte)fieldSize);
            writer.Write(new byte[15]);
        }

        writer.Write((byte)0x0D);
        foreach (var record in records)
        {
            writer.Write((byte)record[0]);
            foreach (var cell in record[1..].Split('|'))
            {
                var text = encoding.GetBytes(cell);
                writer.Write([.. text, .. Enumerable.Repeat((byte)' ', fieldSize - text.Length)]);
            }
        }

        return bytes.ToArray();
    }
}
