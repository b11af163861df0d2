-- Every indicator by comparison group, before and after a programme began: the group's own, municipality by municipality, and the pilot's first
-- day, by which all groups can be compared. A description of all the periods there are, no estimate. A period that the start falls within is left
-- out, and so is a municipality without a figure on both sides. Rates of groups as in group_series; of a plain mean every municipality's counts once.
-- `persons` is the least count behind the two figures.
-- grain: indicator × group × programme; key: indicator_id, group_id, programme_id
-- not null: indicator_id, group_id, programme_id, start, grain, members, origin
-- test: municipalities between 1 and members
-- test: before_periods > 0 and after_periods > 0
-- test: persons >= 0
-- test: group_id in registry.comparison_group
-- test: programme_id in registry.programme
with start as (
    select member.group_id, definition.programme_id, member.municipality_code, member.programme_from as start
    from core.group_member as member
    join registry.comparison_group as definition on definition.group_id = member.group_id and definition.programme_id is not null
    union all
    select member.group_id, pilot.programme_id, member.municipality_code, pilot.start
    from core.group_member as member
    join registry.comparison_group as definition using (group_id)
    join (
        select programme_id, min(valid_from) as start
        from registry.participation
        where role = 'pilot'
        group by programme_id
    ) as pilot on pilot.programme_id is distinct from definition.programme_id
),
comparison as (
    select row_number() over (order by group_id, programme_id) as comparison, group_id, programme_id, count(*) as members, min(start) as start
    from start
    group by group_id, programme_id
),
side as (
    select
        comparison.comparison,
        start.municipality_code,
        grain.grain,
        start.start,
        -- the last period that ends before the start: periods begin with a month
        cast(date_trunc('month', start.start) - to_months(grain.months) as date) as last_before
    from start
    join comparison using (group_id, programme_id)
    cross join core.grain as grain
),
-- the figures that a municipality has, first and last: they tell whether it has any on both sides without a look at each
span as (
    select indicator_id, municipality_code, min(period_start) as first_figure, max(period_start) as last_figure
    from core.total
    where value is not null
    group by indicator_id, municipality_code
),
unit as (
    select span.indicator_id, side.comparison, span.municipality_code
    from span
    join registry.indicator as indicator using (indicator_id)
    join side on side.municipality_code = span.municipality_code and side.grain = indicator.grain
    where span.first_figure <= side.last_before and span.last_figure >= side.start
),
cell as not materialized (
    select
        series.indicator_id,
        side.comparison,
        series.municipality_code,
        series.period_start,
        series.period_start >= side.start as later,
        series.numerator,
        series.denominator,
        series.value,
        series.status,
        series.source
    from core.total as series
    join side using (municipality_code, grain)
    semi join unit on unit.indicator_id = series.indicator_id and unit.comparison = side.comparison and unit.municipality_code = series.municipality_code
    where series.value is not null and (series.period_start >= side.start or series.period_start <= side.last_before)
),
-- one row a period and side: to count periods among all cells would keep a set of them for each group
period as (
    select
        indicator_id,
        comparison,
        period_start,
        later,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        count(*) filter (status = 'preliminary') as preliminary,
        min(source) as source,
        min(municipality_code) as first_municipality
    from cell
    group by indicator_id, comparison, period_start, later
),
pooled as (
    select
        indicator_id,
        comparison,
        min(period_start) filter (not later) as before_from,
        max(period_start) filter (not later) as before_to,
        count(*) filter (not later) as before_periods,
        min(period_start) filter (later) as after_from,
        max(period_start) filter (later) as after_to,
        count(*) filter (later) as after_periods,
        sum(numerator) filter (not later) as before_numerator,
        sum(denominator) filter (not later) as before_denominator,
        sum(numerator) filter (later) as after_numerator,
        sum(denominator) filter (later) as after_denominator,
        cast(coalesce(sum(preliminary) filter (later), 0) as bigint) as preliminary,
        min(source) as source
    -- added up in the order in which the panel comes to them, and so to the last bit the same
    from (from period order by indicator_id, comparison, first_municipality, period_start)
    group by indicator_id, comparison
),
counted as (
    select indicator_id, comparison, count(*) as municipalities
    from unit
    group by indicator_id, comparison
),
average as (
    select indicator_id, comparison, avg(mean_before) as mean_before, avg(mean_after) as mean_after
    from (
        select indicator_id, comparison, municipality_code, avg(value) filter (not later) as mean_before, avg(value) filter (later) as mean_after
        from cell
        where indicator_id in (select indicator_id from registry.indicator where group_rule = 'unweighted_mean')
        group by indicator_id, comparison, municipality_code
        order by indicator_id, comparison, municipality_code
    )
    group by indicator_id, comparison
)
select
    pooled.indicator_id,
    comparison.group_id,
    comparison.programme_id,
    comparison.start,
    indicator.grain,
    pooled.before_from,
    pooled.before_to,
    pooled.before_periods,
    pooled.after_from,
    pooled.after_to,
    pooled.after_periods,
    counted.municipalities,
    comparison.members,
    pooled.before_numerator,
    pooled.before_denominator,
    pooled.after_numerator,
    pooled.after_denominator,
    case indicator.group_rule when 'unweighted_mean' then average.mean_before else indicator.per * pooled.before_numerator / pooled.before_denominator end as before,
    case indicator.group_rule when 'unweighted_mean' then average.mean_after else indicator.per * pooled.after_numerator / pooled.after_denominator end as after,
    after - before as change,
    (after - before) / nullif(before, 0) as relative_change,
    indicator.group_rule,
    pooled.preliminary,
    -- of a share both those counted and the rest are persons
    cast(case indicator.denominator
        when 'cases' then least(
            pooled.before_numerator, pooled.before_denominator - pooled.before_numerator,
            pooled.after_numerator, pooled.after_denominator - pooled.after_numerator)
        else least(pooled.before_numerator, pooled.after_numerator)
    end as bigint) as persons,
    feed.origin,
    pooled.source,
    feed.content as vintage
from pooled
join counted using (indicator_id, comparison)
left join average using (indicator_id, comparison)
join comparison using (comparison)
join registry.indicator as indicator using (indicator_id)
join lake.feed as feed on feed.source = pooled.source
