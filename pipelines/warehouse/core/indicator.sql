-- What each number is, and which feed of the run it comes from (null where none has it).
-- grain: indicator; key: indicator_id
-- not null: indicator_id, title_sv, title_en, domain, unit_sv, unit_en, grain, better, dataset, code, per, group_rule
-- test: better in ('lower', 'higher', 'neither')
-- test: grain in core.grain
-- rows: as registry.indicator
with fed as (
    select indicator_id, string_agg(source, ', ' order by source) as source
    from (select distinct indicator_id, source from core.observation)
    group by indicator_id
)
select
    indicator.indicator_id,
    indicator.title_sv,
    indicator.title_en,
    indicator.domain,
    indicator.unit_sv,
    indicator.unit_en,
    indicator.grain,
    indicator.better,
    indicator.measure as dataset,
    indicator.code,
    indicator.numerator_sv,
    indicator.numerator_en,
    indicator.denominator,
    indicator.per,
    indicator.group_rule,
    indicator.small_numbers_sv,
    indicator.small_numbers_en,
    fed.source
from registry.indicator as indicator
left join fed using (indicator_id)
