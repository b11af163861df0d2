-- Inhabitants on 31 December as published, by sex where the feed has it; single ages are added up to the bands that indicators divide by.
-- grain: municipality × year × band (total, or first and last age) × sex; key: municipality_code, year, band, sex
-- not null: municipality_code, year, band, sex, population
-- test: population >= 0
-- test: band in ('total', '0_20', '0_12', '13_15', '16_17', '18_20')
-- test: sex in ('total', 'women', 'men')
-- test: municipality_code in registry.municipality.code
-- fresh: make_date(year, 12, 31) within 800 days
with published as (
    select municipality_code, year(reference_date) as year, age_group, sex, population
    from lake.population
    where population is not null and month(reference_date) = 12
),
band as (
    select name, youngest, oldest
    from (values ('0_20', 0, 20), ('0_12', 0, 12), ('13_15', 13, 15), ('16_17', 16, 17), ('18_20', 18, 20)) as band (name, youngest, oldest)
)
select municipality_code, year, 'total' as band, sex, cast(population as double) as population
from published
where age_group = 'total'
union all
select published.municipality_code, published.year, band.name, published.sex, cast(sum(published.population) as double)
from published
join band on try_cast(published.age_group as integer) between band.youngest and band.oldest
group by published.municipality_code, published.year, band.name, published.sex, band.youngest, band.oldest
-- all ages of the band, or no sum at all
having count(*) = band.oldest - band.youngest + 1
