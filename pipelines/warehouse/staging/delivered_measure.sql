-- Delivered figures added up over age and sex. A cell that a municipality left empty makes the sum unknown, not smaller.
-- grain: source × municipality × quarter × measure; key: source, municipality_code, quarter, measure
select
    source,
    municipality_code,
    quarter,
    measure,
    case when bool_or(numerator is null) then null else sum(numerator) end as numerator,
    case when bool_or(denominator is null) then null else sum(denominator) end as denominator,
    case when bool_or(numerator is null) then 'not_reported' else '' end as status
from lake.deliveries
group by all
