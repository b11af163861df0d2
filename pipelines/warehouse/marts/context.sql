-- The newest published value of every Kolada indicator in the lake, also those that no outcome uses.
-- grain: indicator code × municipality; key: indicator_code, municipality_code
-- not null: indicator_code, municipality_code, municipality, year, value, title_sv, title_en
-- test: municipality_code in core.municipality
select
    figure.indicator_code,
    coalesce(any_value(indicator.title_sv), figure.indicator_code) as title_sv,
    coalesce(any_value(indicator.title_en), figure.indicator_code) as title_en,
    any_value(indicator.unit_sv) as unit_sv,
    any_value(indicator.unit_en) as unit_en,
    figure.municipality_code,
    municipality.name as municipality,
    cast(max(figure.year) as integer) as year,
    arg_max(figure.value, figure.year) as value,
    any_value(feed.origin) as origin,
    any_value(feed.source) as source,
    any_value(feed.content) as vintage
from lake.indicator_values as figure
join core.municipality as municipality using (municipality_code)
join lake.feed as feed using (source)
left join registry.indicator as indicator on indicator.measure = 'indicator_values' and indicator.code = figure.indicator_code
where figure.sex = 'total' and figure.value is not null
group by figure.indicator_code, figure.municipality_code, municipality.name
