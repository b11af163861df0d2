-- Every observed figure of an indicator in the registry. `numerator` and `denominator` where the source has them;
-- `value` as published, or the rate; `exposure_status` tells how the denominator was come by.
-- grain: indicator × municipality × period × source; key: indicator_id, municipality_code, period_start, source
-- not null: indicator_id, municipality_code, period_start, source
-- test: indicator_id in registry.indicator
-- test: municipality_code in core.municipality
-- test: source in lake.feed
-- test: numerator >= 0
-- test: denominator >= 0
-- warn: value >= 0
-- test: status in ('', 'preliminary', 'suppressed', 'not_available', 'not_applicable', 'not_reported', 'withdrawn')
-- test: value is null or status in ('', 'preliminary')
-- test: exposure_status in ('', 'interpolated', 'carried_forward', 'not_available')
-- rows: 1..
with offence as (
    select
        indicator.indicator_id,
        cell.municipality_code,
        cell.month as period_start,
        cell.source,
        cast(cell.count as double) as numerator,
        exposure.person_months as denominator,
        indicator.per * cell.count / exposure.person_months as value,
        cell.status,
        exposure.status as exposure_status
    from staging.offence_cell as cell
    join registry.indicator as indicator on indicator.measure = 'reported_offences' and indicator.code = cell.offence_code
    left join core.exposure as exposure
        on exposure.municipality_code = cell.municipality_code
        and exposure.band = 'total'
        and exposure.grain = 'month'
        and exposure.period_start = cell.month
),
published as (
    select
        indicator.indicator_id,
        figure.municipality_code,
        make_date(figure.year, 1, 1) as period_start,
        figure.source,
        -- the weight of a published rate in a group: the year's mean inhabitants
        case when indicator.denominator is not null then figure.value * exposure.person_months / exposure.months / indicator.per end as numerator,
        case when indicator.denominator is not null then exposure.person_months / exposure.months end as denominator,
        figure.value,
        figure.status,
        case when indicator.denominator is not null then exposure.status else '' end as exposure_status
    from lake.indicator_values as figure
    join registry.indicator as indicator on indicator.measure = 'indicator_values' and indicator.code = figure.indicator_code
    left join core.exposure as exposure
        on exposure.municipality_code = figure.municipality_code
        and exposure.band = case indicator.denominator when 'population_0_20' then '0_20' else 'total' end
        and exposure.grain = 'year'
        and exposure.period_start = make_date(figure.year, 1, 1)
    where figure.sex = 'total'
),
delivered as (
    select
        indicator.indicator_id,
        measure.municipality_code,
        measure.quarter as period_start,
        measure.source,
        measure.numerator,
        -- a median or mean has no denominator to be divided by
        case indicator.denominator when 'cases' then measure.denominator when 'population_0_20' then exposure.person_months / exposure.months end as denominator,
        measure.value as figure,
        measure.status,
        case indicator.denominator when 'population_0_20' then exposure.status else '' end as exposure_status,
        indicator.per
    from staging.delivered_measure as measure
    join registry.indicator as indicator on indicator.measure = 'deliveries' and indicator.code = measure.measure
    left join core.exposure as exposure
        on exposure.municipality_code = measure.municipality_code
        and exposure.band = '0_20'
        and exposure.grain = 'quarter'
        and exposure.period_start = measure.quarter
)
-- an empty status: the value is as published
select indicator_id, municipality_code, period_start, source, numerator, denominator, value, coalesce(status, '') as status, coalesce(exposure_status, '') as exposure_status from offence
union all
select indicator_id, municipality_code, period_start, source, numerator, denominator, value, coalesce(status, ''), coalesce(exposure_status, '') from published
union all
select
    indicator_id, municipality_code, period_start, source, numerator, denominator,
    -- a quarter without a closed investigation has no share
    coalesce(figure, case when denominator > 0 then per * numerator / denominator end),
    case when denominator = 0 then 'not_applicable' else coalesce(status, '') end,
    coalesce(exposure_status, '')
from delivered
