-- Every figure of an indicator as a whole: of both sexes and all ages.
-- grain: indicator × municipality × period; key: indicator_id, municipality_code, period_start
-- kept: as a view
select
    indicator_id,
    municipality_code,
    grain,
    period_start,
    numerator,
    denominator,
    value,
    status,
    exposure_status,
    source,
    vintage
from core.observation
where sex = 'total' and age = 'total'
