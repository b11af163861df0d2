using Utvardering.Warehouse.Tests.Specifications.Harness;
using Utvardering.Warehouse.Tests.Specifications.Naive.Core;
using Utvardering.Warehouse.Tests.Specifications.Naive.Marts;
using Utvardering.Warehouse.Tests.Specifications.Naive.Staging;

namespace Utvardering.Warehouse.Tests.Specifications.Naive;

/// <summary>The naive version of every model of pipelines/warehouse, by its table's name.</summary>
internal static class NaiveModels
{
    public static IReadOnlyDictionary<string, Func<NaiveWarehouse, IEnumerable<Row>>> All { get; } = new Dictionary<string, Func<NaiveWarehouse, IEnumerable<Row>>>(StringComparer.Ordinal)
    {
        ["staging.delivered_measure"] = DeliveredMeasure.Rows,
        ["staging.offence_cell"] = OffenceCell.Rows,
        ["staging.offence_period"] = OffencePeriod.Rows,
        ["staging.population"] = Population.Rows,
        ["staging.similar_municipality"] = SimilarMunicipality.Rows,
        ["staging.support_month"] = SupportMonth.Rows,
        ["staging.unknown_place"] = Staging.UnknownPlace.Rows,
        ["core.calendar"] = Calendar.Rows,
        ["core.exposure"] = Exposure.Rows,
        ["core.exposure_month"] = ExposureMonth.Rows,
        ["core.grain"] = Grain.Rows,
        ["core.group_member"] = GroupMember.Rows,
        ["core.indicator"] = Indicator.Rows,
        ["core.indicator_caveat"] = IndicatorCaveat.Rows,
        ["core.municipality"] = Municipality.Rows,
        ["core.observation"] = Observation.Rows,
        ["core.population_year_end"] = PopulationYearEnd.Rows,
        ["core.programme"] = Programme.Rows,
        ["core.programme_municipality"] = ProgrammeMunicipality.Rows,
        ["core.support"] = Support.Rows,
        ["core.total"] = Total.Rows,
        ["marts.before_after"] = BeforeAfter.Rows,
        ["marts.context"] = Context.Rows,
        ["marts.data_quality"] = DataQuality.Rows,
        ["marts.group_series"] = GroupSeries.Rows,
        ["marts.implementation"] = Implementation.Rows,
        ["marts.municipality_breakdown"] = MunicipalityBreakdown.Rows,
        ["marts.municipality_series"] = MunicipalitySeries.Rows,
        ["marts.participation"] = Participation.Rows,
        ["marts.programme_overlap"] = ProgrammeOverlap.Rows,
        ["marts.revisions"] = Revisions.Rows,
        ["marts.series_break"] = SeriesBreak.Rows,
        ["marts.unknown_place"] = Marts.UnknownPlace.Rows,
    };
}
