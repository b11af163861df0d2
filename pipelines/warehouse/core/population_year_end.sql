-- Inhabitants on 31 December of every year that a period needs: as published, interpolated linearly between the
-- nearest published years, or carried forward beyond the last (said by status); never invented before the first.
-- grain: municipality × band × sex × year; key: municipality_code, band, sex, year
-- not null: municipality_code, band, sex, year
-- test: population >= 0
-- test: status in ('', 'interpolated', 'carried_forward', 'not_available')
-- test: (population is null) = (status = 'not_available')
with needed as (
    select
        (select min(year) from staging.population) as first_year,
        greatest(
            (select max(year) from staging.population),
            (select max(year(month)) from staging.offence_period),
            (select max(year(quarter)) from staging.delivered_measure),
            (select max(year) from lake.indicator_values)
        ) as last_year
),
grid as (
    select unit.municipality_code, unit.band, unit.sex, cast(step.year as integer) as year
    from (select distinct municipality_code, band, sex from staging.population) as unit
    cross join needed
    cross join unnest(range(needed.first_year, needed.last_year + 1)) as step (year)
),
placed as (
    select
        grid.municipality_code,
        grid.band,
        grid.sex,
        grid.year,
        published.population,
        last_value(case when published.population is not null then grid.year end ignore nulls) over before as year_before,
        last_value(published.population ignore nulls) over before as population_before,
        first_value(case when published.population is not null then grid.year end ignore nulls) over after as year_after,
        first_value(published.population ignore nulls) over after as population_after
    from grid
    left join staging.population as published using (municipality_code, band, sex, year)
    window
        before as (partition by grid.municipality_code, grid.band, grid.sex order by grid.year rows between unbounded preceding and current row),
        after as (partition by grid.municipality_code, grid.band, grid.sex order by grid.year rows between current row and unbounded following)
)
select
    municipality_code,
    band,
    sex,
    year,
    case
        when population is not null then population
        when year_before is null then null
        when year_after is null then population_before
        else population_before + (population_after - population_before) * (year - year_before) / (year_after - year_before)
    end as population,
    case
        when population is not null then ''
        when year_before is null then 'not_available'
        when year_after is null then 'carried_forward'
        else 'interpolated'
    end as status
from placed
