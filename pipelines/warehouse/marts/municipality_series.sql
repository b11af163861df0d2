-- The panel of every indicator: all ages and both sexes by municipality and period, with names, origin and vintage.
-- grain: indicator × municipality × period; key: indicator_id, municipality_code, period_start
-- kept: as a view
-- not null: municipality, skr_group, grain, origin, vintage
-- test: origin in ('published', 'delivered')
select
    total.indicator_id,
    total.municipality_code,
    municipality.name as municipality,
    municipality.skr_group,
    total.grain,
    total.period_start,
    total.numerator,
    total.denominator,
    total.value,
    total.status,
    total.exposure_status,
    feed.origin,
    total.source,
    total.vintage
from core.total as total
join core.municipality as municipality using (municipality_code)
join lake.feed as feed on feed.source = total.source
