-- What the newest vintage of each feed of figures changed against the one before, by code and period: rows that came, went or were revised
-- (figure, what it is divided by, or status), and how far the figures moved, in their own unit. A feed with one vintage has none.
-- grain: source × code × period; key: source, code, period_start
-- not null: dataset, source, code, period_start, origin, vintage, previous_vintage
-- test: added + removed + revised > 0
-- test: appeared + vanished + moved <= revised
-- test: (moved = 0) = (mean_change is null)
with figure as (
    select true as newest, source, offence_code as code, month as period_start, municipality_code, '' as part, cast(count as double) as figure, null as base, status
    from lake.reported_offences
    union all
    select false, source, offence_code, month, municipality_code, '', count, null, status
    from lake.previous_reported_offences
    union all
    select true, source, indicator_code, make_date(year, 1, 1), municipality_code, sex, value, null, status
    from lake.indicator_values
    union all
    select false, source, indicator_code, make_date(year, 1, 1), municipality_code, sex, value, null, status
    from lake.previous_indicator_values
    union all
    select true, source, measure, quarter, municipality_code, concat(age_group, ' ', sex), coalesce(value, numerator), denominator, null
    from lake.deliveries
    union all
    select false, source, measure, quarter, municipality_code, concat(age_group, ' ', sex), coalesce(value, numerator), denominator, null
    from lake.previous_deliveries
    union all
    select true, source, 'population', reference_date, municipality_code, concat(age_group, ' ', sex), population, null, status
    from lake.population
    union all
    select false, source, 'population', reference_date, municipality_code, concat(age_group, ' ', sex), population, null, status
    from lake.previous_population
    union all
    select true, source, strand, month, municipality_code, kind, hours, null, null
    from lake.support_log
    union all
    select false, source, strand, month, municipality_code, kind, hours, null, null
    from lake.previous_support_log
),
feed as (
    select source, dataset, origin, content, previous
    from lake.feed
    where previous is not null
),
change as (
    select
        figure.source,
        figure.code,
        figure.period_start,
        case
            when not bool_or(figure.newest) then 'removed'
            when not bool_or(not figure.newest) then 'added'
            when any_value(figure.figure) filter (figure.newest) is distinct from any_value(figure.figure) filter (not figure.newest)
                or any_value(figure.base) filter (figure.newest) is distinct from any_value(figure.base) filter (not figure.newest)
                or any_value(figure.status) filter (figure.newest) is distinct from any_value(figure.status) filter (not figure.newest)
                then 'revised'
            else 'same'
        end as kind,
        any_value(figure.figure) filter (not figure.newest) as before,
        any_value(figure.figure) filter (figure.newest) as after
    from figure
    join feed using (source)
    group by figure.source, figure.code, figure.period_start, figure.municipality_code, figure.part
),
registered as (
    select measure as dataset, code, min(indicator_id) as indicator_id
    from registry.indicator
    group by measure, code
)
select
    feed.dataset,
    change.source,
    change.code,
    any_value(registered.indicator_id) as indicator_id,
    change.period_start,
    count(*) filter (change.kind = 'added') as added,
    count(*) filter (change.kind = 'removed') as removed,
    count(*) filter (change.kind = 'revised') as revised,
    count(*) filter (change.kind = 'same') as unchanged,
    -- of rows that both vintages have
    count(*) filter (change.kind = 'revised' and change.before is null and change.after is not null) as appeared,
    count(*) filter (change.kind = 'revised' and change.before is not null and change.after is null) as vanished,
    count(*) filter (change.kind = 'revised' and change.before <> change.after) as moved,
    avg(change.after - change.before) filter (change.kind = 'revised' and change.before <> change.after) as mean_change,
    median(abs(change.after - change.before)) filter (change.kind = 'revised' and change.before <> change.after) as median_size,
    max(abs(change.after - change.before)) filter (change.kind = 'revised' and change.before <> change.after) as largest_size,
    median(abs((change.after - change.before) / nullif(change.before, 0))) filter (change.kind = 'revised' and change.before <> change.after) as median_relative_size,
    any_value(feed.origin) as origin,
    any_value(feed.content) as vintage,
    any_value(feed.previous) as previous_vintage
from change
join feed using (source)
left join registered on registered.dataset = feed.dataset and registered.code = change.code
group by feed.dataset, change.source, change.code, change.period_start
having count(*) filter (change.kind <> 'same') > 0
