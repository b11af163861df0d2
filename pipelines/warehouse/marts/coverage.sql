-- What is there and what is missing, by indicator.
-- grain: indicator; key: indicator_id
-- not null: indicator_id, first_period, last_period
-- test: missing + preliminary <= cells
-- test: municipalities <= cells
-- test: first_period <= last_period
select
    series.indicator_id,
    any_value(indicator.title_sv) as title_sv,
    any_value(indicator.title_en) as title_en,
    any_value(series.grain) as grain,
    min(series.period_start) as first_period,
    max(series.period_start) as last_period,
    count(distinct series.municipality_code) as municipalities,
    count(*) as cells,
    count(*) filter (series.value is null) as missing,
    count(*) filter (series.status = 'preliminary') as preliminary,
    count(*) filter (series.exposure_status = 'interpolated') as interpolated,
    count(*) filter (series.exposure_status = 'carried_forward') as carried_forward,
    any_value(series.origin) as origin,
    any_value(series.source) as source,
    any_value(series.vintage) as vintage
from marts.municipality_series as series
join registry.indicator as indicator using (indicator_id)
group by series.indicator_id
