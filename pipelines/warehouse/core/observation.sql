-- Every observed figure of an indicator in the registry, whole (sex total, age total) and as it is split. `numerator` and `denominator` where the
-- source has them; `value` as published, or the rate: of an age it is by the inhabitants of that age, of a sex by that sex's. A value that is
-- missing has a status that says why. `exposure_status` tells how the denominator was come by.
-- grain: indicator × municipality × period × sex × age × source; key: indicator_id, municipality_code, period_start, sex, age, source
-- order: given
-- not null: indicator_id, municipality_code, grain, period_start, sex, age, source, vintage
-- test: indicator_id in registry.indicator
-- test: municipality_code in core.municipality
-- test: source in lake.feed
-- test: vintage in lake.feed.content
-- test: grain in core.grain
-- test: age in ('total', '0-12', '13-15', '16-17', '18-20', '12', '12-25', '21-25')
-- test: sex in ('total', 'women', 'men')
-- test: day(period_start) = 1
-- test: numerator >= 0
-- test: denominator >= 0
-- warn: value >= 0
-- test: status in ('', 'preliminary', 'suppressed', 'not_available', 'not_applicable', 'not_reported', 'withdrawn')
-- test: (value is null) = (status not in ('', 'preliminary'))
-- test: exposure_status in ('', 'interpolated', 'carried_forward', 'not_available')
-- rows: 1..
-- codes: indicator_id, municipality_code, grain, sex, age, status, exposure_status, source, vintage
with offence as (
    select
        indicator.indicator_id,
        cell.municipality_code,
        indicator.grain,
        cell.month as period_start,
        'total' as sex,
        'total' as age,
        cell.source,
        cast(cell.count as double) as numerator,
        exposure.person_months as denominator,
        indicator.per * cell.count / exposure.person_months as value,
        cell.status,
        coalesce(exposure.status, 'not_available') as exposure_status
    from staging.offence_cell as cell
    join registry.indicator as indicator on indicator.measure = 'reported_offences' and indicator.code = cell.offence_code
    left join core.exposure as exposure
        on exposure.municipality_code = cell.municipality_code
        and exposure.band = 'total'
        and exposure.sex = 'total'
        and exposure.grain = 'month'
        and exposure.period_start = cell.month
),
published as (
    select
        indicator.indicator_id,
        figure.municipality_code,
        indicator.grain,
        make_date(figure.year, 1, 1) as period_start,
        figure.sex,
        'total' as age,
        figure.source,
        -- the weight of a published rate in a group: the year's mean inhabitants
        case when indicator.denominator is not null then figure.value * exposure.person_months / exposure.months / indicator.per end as numerator,
        case when indicator.denominator is not null then exposure.person_months / exposure.months end as denominator,
        figure.value,
        figure.status,
        case when indicator.denominator is not null then coalesce(exposure.status, 'not_available') else '' end as exposure_status
    from lake.indicator_values as figure
    join registry.indicator as indicator on indicator.measure = 'indicator_values' and indicator.code = figure.indicator_code
    left join core.exposure as exposure
        on exposure.municipality_code = figure.municipality_code
        and exposure.band = case indicator.denominator when 'population_0_20' then '0_20' else 'total' end
        and exposure.sex = figure.sex
        and exposure.grain = 'year'
        and exposure.period_start = make_date(figure.year, 1, 1)
),
delivered as (
    select
        indicator.indicator_id,
        measure.municipality_code,
        indicator.grain,
        measure.quarter as period_start,
        measure.sex,
        measure.age,
        measure.source,
        measure.numerator,
        -- a median or mean has no denominator to be divided by
        case indicator.denominator when 'cases' then measure.denominator when 'population_0_20' then exposure.person_months / exposure.months end as divisor,
        coalesce(measure.value, case when divisor > 0 then indicator.per * measure.numerator / divisor end) as value,
        -- a quarter without a closed investigation has no share
        case when divisor = 0 then 'not_applicable' else measure.status end as status,
        case indicator.denominator when 'population_0_20' then coalesce(exposure.status, 'not_available') else '' end as exposure_status
    from staging.delivered_measure as measure
    join registry.indicator as indicator on indicator.measure = 'deliveries' and indicator.code = measure.measure
    left join core.exposure as exposure
        on exposure.municipality_code = measure.municipality_code
        and exposure.band = case measure.age when 'total' then '0_20' else replace(measure.age, '-', '_') end
        and exposure.sex = measure.sex
        and exposure.grain = 'quarter'
        and exposure.period_start = measure.quarter
),
figure as (
    -- in the order of their ids: bra, delivery, kolada
    select * from offence
    union all
    select * from delivered
    union all
    select * from published
)
select
    figure.indicator_id,
    figure.municipality_code,
    figure.grain,
    figure.period_start,
    figure.sex,
    figure.age,
    figure.numerator,
    figure.denominator,
    figure.value,
    case when figure.value is null and coalesce(figure.status, '') in ('', 'preliminary') then 'not_available' else coalesce(figure.status, '') end as status,
    figure.exposure_status,
    figure.source,
    feed.content as vintage
from figure
join lake.feed as feed on feed.source = figure.source
