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
        ["staging.support_month"] = SupportMonth.Rows,
        ["staging.unknown_place"] = Staging.UnknownPlace.Rows,
        ["core.exposure"] = Exposure.Rows,
        ["core.exposure_month"] = ExposureMonth.Rows,
        ["core.group_member"] = GroupMember.Rows,
        ["core.municipality"] = Municipality.Rows,
        ["core.observation"] = Observation.Rows,
        ["core.population_year_end"] = PopulationYearEnd.Rows,
        ["core.support"] = Support.Rows,
        ["marts.context"] = Context.Rows,
        ["marts.coverage"] = Coverage.Rows,
        ["marts.group_series"] = GroupSeries.Rows,
        ["marts.implementation"] = Implementation.Rows,
        ["marts.municipality_series"] = MunicipalitySeries.Rows,
        ["marts.participation"] = Participation.Rows,
        ["marts.unknown_place"] = Marts.UnknownPlace.Rows,
    };
}
