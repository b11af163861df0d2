-- The newest published value of every Kolada indicator in the lake, also those that no outcome uses.
-- grain: indicator code × municipality; key: indicator_code, municipality_code
-- not null: indicator_code, municipality_code, municipality, year, value, title_sv, title_en
-- test: municipality_code in core.municipality
with newest as (
    select indicator_code, municipality_code, cast(max(year) as integer) as year, arg_max(value, year) as value, any_value(source) as source
    from lake.indicator_values
    where sex = 'total' and value is not null
    group by indicator_code, municipality_code
)
select
    newest.indicator_code,
    coalesce(indicator.title_sv, newest.indicator_code) as title_sv,
    coalesce(indicator.title_en, newest.indicator_code) as title_en,
    indicator.unit_sv,
    indicator.unit_en,
    newest.municipality_code,
    municipality.name as municipality,
    newest.year,
    newest.value,
    feed.origin,
    newest.source,
    feed.content as vintage
from newest
join core.municipality as municipality using (municipality_code)
join lake.feed as feed using (source)
left join registry.indicator as indicator on indicator.measure = 'indicator_values' and indicator.code = newest.indicator_code
