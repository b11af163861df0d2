-- Inhabitants on 31 December as published; single ages are added up to the band that indicators divide by.
-- grain: municipality × year × band (total, 0_20); key: municipality_code, year, band
-- not null: municipality_code, year, band, population
-- test: population >= 0
-- test: band in ('total', '0_20')
-- test: municipality_code in registry.municipality.code
-- fresh: make_date(year, 12, 31) within 800 days
with published as (
    select municipality_code, year(reference_date) as year, age_group, population
    from lake.population
    where sex = 'total' and population is not null and month(reference_date) = 12
),
children as (
    select municipality_code, year, sum(population) as population
    from published
    where age_group <> 'total'
    group by all
    -- all of the ages 0 to 20, or no sum at all
    having count(*) = 21
)
select municipality_code, year, 'total' as band, cast(population as double) as population
from published
where age_group = 'total'
union all
select municipality_code, year, '0_20' as band, cast(population as double) as population
from children
