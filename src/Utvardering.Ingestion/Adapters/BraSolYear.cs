using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// The yearly export of Brå's statistics site: the columns of the monthly one, with the word "År" in the year column and the year under
/// Period, or the year and "Helår". Offences stand by their names; whole chapters are kept here. Rows of the country, regions and
/// counties are skipped and counted.
/// </summary>
internal sealed class BraSolYear : FileAdapter
{
    private const string Rate = "/100 000 inv";

    private static readonly string[] Columns = ["Region", "Brott", "År", "Period", "Antal", Rate];

    public override string Name => "bra-sol-year";

    public override IReadOnlyList<string> Datasets => ["reported_offences_year"];

    public override AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => new NoSettings();

    protected override void Stage(StagedRows staged, IReadOnlyList<LandedBody> bodies)
    {
        var gathered = BraSolFiles.Gather(staged, bodies, Columns, body => BraYearRows.NameColumns(staged, body, "Region", "Brott", "År och Period", "Antal", Rate));
        if (!gathered.Any)
        {
            return;
        }

        var rows = BraYearRows.Of(staged, gathered.Of("Region"), gathered.Of("Brott"), Year(gathered.Of("År"), gathered.Of("Period")), gathered.Of("Antal"), gathered.Of(Rate));
        rows.Skip("region = 'Region' and offence = 'Brott'", "repeated headers");
        rows.Skip("coalesce(region, offence, count, rate) is null", null);
        BraYearRows.Insert(staged, rows, Name);
    }

    private static string Year(string year, string period) =>
        $"case when lower({year}) = 'år' then {period} when lower({period}) in ('helår', 'år') then {year} else concat_ws(' ', {year}, {period}) end";
}
