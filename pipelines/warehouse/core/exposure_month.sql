-- Inhabitants in the middle of each month, on the straight line between the year-ends around it. A level that jumped
-- each January would jump on the pilot's first day.
-- grain: municipality × band × sex × month; key: municipality_code, band, sex, month
-- not null: municipality_code, band, sex, month
-- test: population >= 0
-- test: (population is null) = (status = 'not_available')
select
    ending.municipality_code,
    ending.band,
    ending.sex,
    make_date(ending.year, step.month, 1) as month,
    opening.population + (ending.population - opening.population) * (step.month - 0.5) / 12 as population,
    case
        when 'not_available' in (opening.status, ending.status) then 'not_available'
        when 'carried_forward' in (opening.status, ending.status) then 'carried_forward'
        when 'interpolated' in (opening.status, ending.status) then 'interpolated'
        else ''
    end as status
from core.population_year_end as ending
join core.population_year_end as opening
    on opening.municipality_code = ending.municipality_code
    and opening.band = ending.band
    and opening.sex = ending.sex
    and opening.year = ending.year - 1
cross join (select cast(unnest(range(1, 13)) as integer) as month) as step
