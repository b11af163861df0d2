using Utvardering.Ingestion.PersonalData;

namespace Utvardering.Ingestion.Tests.PersonalData;

/// <summary>Telephone numbers are from the series that PTS keeps for fiction (031-390 06 00–, 08-465 004 00–, 070-174 06 05–).</summary>
public sealed class ContactTests
{
    [Theory]
    [InlineData("anna.andersson@example.se")]
    [InlineData("mejla <åsa@exempel.example.org> i dag")]
    [InlineData("a@b.se")]
    [InlineData("a\uFF20b.se")]
    public void An_e_mail_address_is_found(string cell)
    {
        Assert.Equal([FindingKind.Email], Gate.Kinds(cell));
        Assert.Equal([FindingKind.Email], Gate.Kinds(cell, ColumnUse.Code));
    }

    [Theory]
    [InlineData("3 @ 5 kr")]
    [InlineData("@socialstyrelsen")]
    [InlineData("a@b")]
    public void What_only_has_the_sign_is_no_address(string cell)
    {
        Assert.Empty(Gate.Kinds(cell));
    }

    [Theory]
    [InlineData("+46701740605")]
    [InlineData("+46 70 174 06 05")]
    [InlineData("+46 (0)70-174 06 05")]
    [InlineData("0046 31 390 06 00")]
    [InlineData("070-174 06 05")]
    [InlineData("070-1740605")]
    [InlineData("0701740605")]
    [InlineData("(070) 174 06 05")]
    [InlineData("070\u2013174 06 05")]
    [InlineData("070/174 06 05")]
    [InlineData("08-465 004 00")]
    [InlineData("08-46500400")]
    [InlineData("(031) - 390 06 00")]
    [InlineData("031-390 06 00")]
    [InlineData("031 390 06 00")]
    [InlineData("ring 031-390 06 00 efter kl. 9")]
    [InlineData("0380-12345")]
    public void A_telephone_number_is_found_as_it_is_written(string cell)
    {
        Assert.Equal([FindingKind.Phone], Gate.Kinds(cell));
        Assert.Empty(Gate.Kinds(cell, ColumnUse.Code));
    }

    [Theory]
    [InlineData("0180 975 551")]
    [InlineData("0114-0192")]
    [InlineData("0760 0761 0763")]
    [InlineData("0760, 0761, 0763")]
    [InlineData("2024-01-15")]
    [InlineData("08-12-2024")]
    [InlineData("12 345 678")]
    [InlineData("701740605")]
    [InlineData("0.701740605")]
    [InlineData("2024-07-01740605")]
    [InlineData("0317-1234")]
    [InlineData("N07403 0701")]
    public void Codes_counts_and_dates_are_no_telephone_numbers(string cell)
    {
        Assert.Empty(Gate.Kinds(cell));
    }
}
