-- Exposure by period: the months' inhabitants added up, so that counts ÷ exposure is a rate per inhabitant and month.
-- grain: municipality × band × sex × grain × period; key: municipality_code, band, sex, grain, period_start
-- not null: municipality_code, band, sex, grain, period_start
-- test: person_months >= 0
-- test: months <= case grain when 'month' then 1 when 'quarter' then 3 else 12 end
-- test: (person_months is null) = (status = 'not_available')
select
    municipality_code,
    band,
    sex,
    grain.name as grain,
    case grain.name when 'month' then month when 'quarter' then cast(date_trunc('quarter', month) as date) else cast(date_trunc('year', month) as date) end as period_start,
    sum(population) as person_months,
    count(*) as months,
    case
        when bool_or(status = 'not_available') then 'not_available'
        when bool_or(status = 'carried_forward') then 'carried_forward'
        when bool_or(status = 'interpolated') then 'interpolated'
        else ''
    end as status
from core.exposure_month
cross join (values ('month'), ('quarter'), ('year')) as grain (name)
group by all
