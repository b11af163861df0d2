-- Every indicator by municipality and period, with names, origin and vintage.
-- grain: indicator × municipality × period; key: indicator_id, municipality_code, period_start
-- not null: municipality, skr_group, grain, origin, vintage
-- test: origin in ('published', 'delivered')
-- rows: as core.observation
select
    observation.indicator_id,
    observation.municipality_code,
    municipality.name as municipality,
    municipality.skr_group,
    indicator.grain,
    observation.period_start,
    observation.numerator,
    observation.denominator,
    observation.value,
    observation.status,
    observation.exposure_status,
    feed.origin,
    feed.source,
    feed.content as vintage
from core.observation as observation
join registry.indicator as indicator using (indicator_id)
join core.municipality as municipality using (municipality_code)
join lake.feed as feed on feed.source = observation.source
