-- Kolada's "Liknande kommuner": in what subject and year one municipality is found similar to another, by the group's title
-- ("Liknande kommuner IFO, Borås, 2024"; "Liknande kommuner, övergripande, Borås, 2025").
-- grain: source × municipality × subject × year × similar municipality; key: source, municipality_code, subject, year, peer_code
-- not null: source, municipality_code, subject, year, peer_code
-- test: subject <> ''
-- test: municipality_code <> peer_code
-- test: municipality_code in registry.municipality.code
-- test: peer_code in registry.municipality.code
select distinct
    source,
    municipality_code,
    regexp_extract(group_title, '^Liknande kommuner,? (.*), [^,]+, [0-9]{4}$', 1) as subject,
    try_cast(right(group_title, 4) as integer) as year,
    peer_code
from lake.peer_municipalities
