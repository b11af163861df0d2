-- Municipalities of the official division, with the SKR group that the newest list gives (the registry's where no list came), the newest number
-- of inhabitants that is published and its class, and how many areas the police call vulnerable: null where the run has no list of them.
-- grain: municipality; key: municipality_code
-- not null: municipality_code, name, county_code, county, skr_group
-- test: population > 0
-- test: population_class in registry.population_class.class_id
-- test: (population is null) = (population_class is null)
-- test: vulnerable_areas >= 0
-- rows: as registry.municipality
with newest as (
    select municipality_code, max(year) as year, arg_max(population, year) as population
    from staging.population
    where band = 'total' and sex = 'total'
    group by municipality_code
),
class as (
    select class_id, at_least, lead(at_least) over (order by at_least) as below
    from registry.population_class
),
area as (
    select municipality_code, count(*) as areas
    from lake.vulnerable_areas
    group by municipality_code
)
select
    registered.code as municipality_code,
    registered.name,
    registered.county_code,
    registered.county,
    coalesce(listed.skr_group, registered.skr_group) as skr_group,
    cast(newest.population as bigint) as population,
    newest.year as population_year,
    class.class_id as population_class,
    case when exists (from lake.feed where dataset = 'vulnerable_areas') then coalesce(area.areas, 0) end as vulnerable_areas
from registry.municipality as registered
left join lake.municipality_groups as listed on listed.municipality_code = registered.code
left join newest on newest.municipality_code = registered.code
left join class on newest.population >= class.at_least and (class.below is null or newest.population < class.below)
left join area on area.municipality_code = registered.code
