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
size as (
    select group_id, programme_id, count(*) as members, min(start) as start
    from start
    group by group_id, programme_id
),
cell as not materialized (
    select
        series.indicator_id,
        start.group_id,
        start.programme_id,
        series.municipality_code,
        series.period_start,
        series.period_start >= start.start as later,
        series.numerator,
        series.denominator,
        series.value,
        series.status,
        series.origin,
        series.source,
        series.vintage
    from marts.municipality_series as series
    join core.grain as grain using (grain)
    join start using (municipality_code)
    where series.value is not null
        and (series.period_start >= start.start or series.period_start + to_months(grain.months) <= start.start)
),
unit as (
    select
        indicator_id,
        group_id,
        programme_id,
        municipality_code,
        avg(value) filter (not later) as mean_before,
        avg(value) filter (later) as mean_after
    from cell
    group by indicator_id, group_id, programme_id, municipality_code
    having bool_or(later) and bool_or(not later)
),
-- one row a period and side: to count periods among all cells would keep a set of them for each group
period as (
    select
        cell.indicator_id,
        cell.group_id,
        cell.programme_id,
        cell.period_start,
        cell.later,
        sum(cell.numerator) as numerator,
        sum(cell.denominator) as denominator,
        count(*) filter (cell.status = 'preliminary') as preliminary,
        any_value(cell.origin) as origin,
        any_value(cell.source) as source,
        any_value(cell.vintage) as vintage
    from cell
    semi join unit using (indicator_id, group_id, programme_id, municipality_code)
    group by cell.indicator_id, cell.group_id, cell.programme_id, cell.period_start, cell.later
),
pooled as (
    select
        indicator_id,
        group_id,
        programme_id,
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
        any_value(origin) as origin,
        any_value(source) as source,
        any_value(vintage) as vintage
    from period
    group by indicator_id, group_id, programme_id
),
average as (
    select indicator_id, group_id, programme_id, count(*) as municipalities, avg(mean_before) as mean_before, avg(mean_after) as mean_after
    from unit
    group by indicator_id, group_id, programme_id
)
select
    pooled.indicator_id,
    pooled.group_id,
    pooled.programme_id,
    size.start,
    indicator.grain,
    pooled.before_from,
    pooled.before_to,
    pooled.before_periods,
    pooled.after_from,
    pooled.after_to,
    pooled.after_periods,
    average.municipalities,
    size.members,
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
    pooled.origin,
    pooled.source,
    pooled.vintage
from pooled
join average using (indicator_id, group_id, programme_id)
join size using (group_id, programme_id)
join registry.indicator as indicator using (indicator_id)
