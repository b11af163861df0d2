-- Delivered figures of all ages 0–20 and both sexes. A total that was delivered counts as it is; else the parts are added up, and one that
-- is missing makes the sum unknown, not smaller. Medians and means can't be added up: theirs is the delivered total, or nothing.
-- UngSydväst's own age groups (12, 21–25, 12–25) are outside 0–20 as the others deliver it, and are not here.
-- grain: source × municipality × quarter × measure; key: source, municipality_code, quarter, measure
-- not null: source, municipality_code, quarter, measure
-- test: numerator >= 0 and numerator <= coalesce(denominator, numerator)
-- test: value >= 0
-- test: status in ('', 'not_reported')
-- test: municipality_code in registry.municipality.code
-- fresh: quarter within 300 days
with figure as (
    select source, municipality_code, quarter, age_group, sex, measure, cast(numerator as double) as numerator, cast(denominator as double) as denominator, value
    from lake.deliveries
    where age_group in ('0-12', '13-15', '16-17', '18-20', '0-20')
),
by_age as (
    select
        source, municipality_code, quarter, measure, age_group,
        case when bool_or(sex = 'total') then sum(numerator) filter (sex = 'total')
            when count(numerator) filter (sex <> 'total') = 2 then sum(numerator) filter (sex <> 'total') end as numerator,
        case when bool_or(sex = 'total') then sum(denominator) filter (sex = 'total')
            when count(denominator) filter (sex <> 'total') = 2 then sum(denominator) filter (sex <> 'total') end as denominator,
        any_value(value) filter (sex = 'total') as value
    from figure
    group by all
),
whole as (
    select
        source, municipality_code, quarter, measure,
        case when bool_or(age_group = '0-20') then sum(numerator) filter (age_group = '0-20')
            when count(numerator) filter (age_group <> '0-20') = 4 then sum(numerator) filter (age_group <> '0-20') end as numerator,
        case when bool_or(age_group = '0-20') then sum(denominator) filter (age_group = '0-20')
            when count(denominator) filter (age_group <> '0-20') = 4 then sum(denominator) filter (age_group <> '0-20') end as denominator,
        any_value(value) filter (age_group = '0-20') as value
    from by_age
    group by all
)
select *, case when numerator is null and value is null then 'not_reported' else '' end as status
from whole
