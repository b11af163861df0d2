-- What is there and what is missing, by indicator. A gap is a period without a figure between a municipality's first and last one. Freshness:
-- `municipalities_behind` have no figure of the newest period that any has, and the figures end `months_behind` before the newest of the run.
-- grain: indicator; key: indicator_id
-- not null: indicator_id, first_period, last_period
-- test: missing + preliminary <= cells
-- test: suppressed <= missing
-- test: municipalities <= cells
-- test: municipalities_with_gaps <= gaps and gaps >= 0
-- test: first_period <= last_period
with unit as (
    select
        indicator_id,
        municipality_code,
        min(period_start) as first_period,
        max(period_start) as last_period,
        min(period_start) filter (value is not null) as first_figure,
        max(period_start) filter (value is not null) as last_figure,
        count(*) as cells,
        count(value) as figures,
        count(*) filter (status = 'suppressed') as suppressed,
        count(*) filter (value = 0) as zeros,
        count(*) filter (status = 'preliminary') as preliminary,
        count(*) filter (exposure_status = 'interpolated') as interpolated,
        count(*) filter (exposure_status = 'carried_forward') as carried_forward,
        min(source) as source
    from core.total
    group by indicator_id, municipality_code
),
reach as (
    select
        unit.*,
        coalesce(date_diff('month', unit.first_figure, unit.last_figure) // grain.months + 1 - unit.figures, 0) as gaps,
        max(unit.last_figure) over (partition by unit.indicator_id) as newest_figure
    from unit
    join registry.indicator as indicator using (indicator_id)
    join core.grain as grain using (grain)
),
content as (
    select
        indicator_id,
        min(first_period) as first_period,
        max(last_period) as last_period,
        max(newest_figure) as newest_figure,
        count(*) as municipalities,
        cast(sum(cells) as bigint) as cells,
        cast(sum(cells - figures) as bigint) as missing,
        cast(sum(suppressed) as bigint) as suppressed,
        cast(sum(zeros) as bigint) as zeros,
        cast(sum(gaps) as bigint) as gaps,
        count(*) filter (gaps > 0) as municipalities_with_gaps,
        cast(sum(preliminary) as bigint) as preliminary,
        cast(sum(interpolated) as bigint) as interpolated,
        cast(sum(carried_forward) as bigint) as carried_forward,
        count(*) filter (last_figure is null or last_figure < newest_figure) as municipalities_behind,
        min(source) as source
    from reach
    group by indicator_id
),
break as (
    select indicator_id, count(*) filter (kind = 'registered') as registered, count(*) filter (kind = 'level_shift') as level_shifts
    from marts.series_break
    group by indicator_id
)
select
    content.indicator_id,
    indicator.title_sv,
    indicator.title_en,
    indicator.grain,
    content.first_period,
    content.last_period,
    content.municipalities,
    content.cells,
    content.missing,
    content.suppressed,
    content.zeros,
    content.gaps,
    content.municipalities_with_gaps,
    content.preliminary,
    content.preliminary / content.cells as preliminary_share,
    content.interpolated,
    content.carried_forward,
    coalesce(break.registered, 0) as breaks,
    coalesce(break.level_shifts, 0) as level_shifts,
    content.municipalities_behind,
    date_diff('month', content.newest_figure + to_months(grain.months), newest.month + to_months(1)) as months_behind,
    feed.origin,
    content.source,
    feed.content as vintage
from content
join registry.indicator as indicator using (indicator_id)
join lake.feed as feed on feed.source = content.source
join core.grain as grain on grain.grain = indicator.grain
left join break on break.indicator_id = content.indicator_id
cross join (select max(month) as month from core.calendar) as newest
