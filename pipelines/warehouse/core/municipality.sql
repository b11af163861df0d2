-- Municipalities of the official division, with the SKR group that the newest list gives (the registry's where no list came).
-- grain: municipality; key: municipality_code
-- not null: municipality_code, name, county_code, county, skr_group
-- rows: as registry.municipality
select
    registered.code as municipality_code,
    registered.name,
    registered.county_code,
    registered.county,
    coalesce(listed.skr_group, registered.skr_group) as skr_group
from registry.municipality as registered
left join lake.municipality_groups as listed on listed.municipality_code = registered.code
