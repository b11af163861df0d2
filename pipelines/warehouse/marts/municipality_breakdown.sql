-- Every indicator by sex or age, as far as the sources split it: women and men, and the age groups of the deliveries. Totals are in municipality_series.
-- grain: indicator × municipality × period × sex × age; key: indicator_id, municipality_code, period_start, sex, age
-- not null: municipality, grain, origin, vintage
-- test: origin in ('published', 'delivered')
-- test: sex <> 'total' or age <> 'total'
-- kept: as a view
select
    observation.indicator_id,
    observation.municipality_code,
    municipality.name as municipality,
    observation.grain,
    observation.period_start,
    observation.sex,
    observation.age,
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
where observation.sex <> 'total' or observation.age <> 'total'
