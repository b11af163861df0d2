-- Delivered figures by age and sex, and of all ages 0–20 and both sexes (total). A total that was delivered counts as it is; else the parts are
-- added up, and one that is missing makes the sum unknown, not smaller. Medians and means can't be added up: theirs is the delivered total, or nothing.
-- UngSydväst's own age groups (12, 21–25, 12–25) are outside 0–20 as the others deliver it: they stand for themselves and are no parts.
-- grain: source × municipality × quarter × measure × age × sex; key: source, municipality_code, quarter, measure, age, sex
-- not null: source, municipality_code, quarter, measure, age, sex
-- test: numerator >= 0 and numerator <= coalesce(denominator, numerator)
-- test: value >= 0
-- test: sex in ('total', 'women', 'men')
-- test: status in ('', 'not_reported')
-- test: municipality_code in registry.municipality.code
-- fresh: quarter within 300 days
with figure as (
    select
        source, municipality_code, quarter, measure,
        case age_group when '0-20' then 'total' else age_group end as age,
        case sex when 'girls' then 'women' when 'boys' then 'men' else sex end as sex,
        cast(numerator as double) as numerator,
        cast(denominator as double) as denominator,
        value
    from lake.deliveries
),
both_sexes as (
    select
        source, municipality_code, quarter, measure, age, 'total' as sex,
        case when bool_or(sex = 'total') then sum(numerator) filter (sex = 'total')
            when count(numerator) filter (sex <> 'total') = 2 then sum(numerator) filter (sex <> 'total') end as numerator,
        case when bool_or(sex = 'total') then sum(denominator) filter (sex = 'total')
            when count(denominator) filter (sex <> 'total') = 2 then sum(denominator) filter (sex <> 'total') end as denominator,
        any_value(value) filter (sex = 'total') as value
    from figure
    group by source, municipality_code, quarter, measure, age
),
by_sex as (
    select * from figure where sex <> 'total'
    union all
    select * from both_sexes
),
all_ages as (
    select
        source, municipality_code, quarter, measure, 'total' as age, sex,
        case when bool_or(age = 'total') then sum(numerator) filter (age = 'total')
            when count(numerator) filter (age <> 'total') = 4 then sum(numerator) filter (age <> 'total') end as numerator,
        case when bool_or(age = 'total') then sum(denominator) filter (age = 'total')
            when count(denominator) filter (age <> 'total') = 4 then sum(denominator) filter (age <> 'total') end as denominator,
        any_value(value) filter (age = 'total') as value
    from by_sex
    where age in ('0-12', '13-15', '16-17', '18-20', 'total')
    group by source, municipality_code, quarter, measure, sex
)
select *, case when numerator is null and value is null then 'not_reported' else '' end as status
from (
    select * from by_sex where age <> 'total'
    union all
    select * from all_ages
)
