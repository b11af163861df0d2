-- The panel of every indicator: all ages and both sexes by municipality and period, with names, origin and vintage.
-- grain: indicator × municipality × period; key: indicator_id, municipality_code, period_start
-- kept: as a view
-- not null: municipality, skr_group, grain, origin, vintage
-- test: origin in ('published', 'delivered')
select
    observation.indicator_id,
    observation.municipality_code,
    municipality.name as municipality,
    municipality.skr_group,
    observation.grain,
    observation.period_start,
    observation.numerator,
    observation.denominator,
    observation.value,
    observation.status,
    observation.exposure_status,
    feed.origin,
    observation.source,
    observation.vintage
from core.observation as observation
join core.municipality as municipality using (municipality_code)
join lake.feed as feed on feed.source = observation.source
where observation.sex = 'total' and observation.age = 'total'
