-- Every indicator by comparison group and period. The rate of a group is the sum of counts over the sum of exposure,
-- never the mean of rates; where only a mean is published and no weights are, the plain mean stands and says so.
-- `municipalities` counts members with a figure, `members` all of them; `persons` is the least count behind the figure.
-- grain: indicator × group × period; key: indicator_id, group_id, period_start
-- not null: indicator_id, group_id, grain, period_start, members
-- test: municipalities <= members
-- test: (value is null) = (municipalities = 0)
-- test: persons >= 0
-- test: group_id in registry.comparison_group
-- test: status in ('', 'preliminary', 'not_available')
with total as (
    select
        series.indicator_id,
        member.group_id,
        series.period_start,
        sum(series.numerator) filter (series.value is not null) as numerator,
        sum(series.denominator) filter (series.value is not null) as denominator,
        sum(series.denominator - series.numerator) filter (series.value is not null) as rest,
        avg(series.value) as mean,
        count(series.value) as municipalities,
        count(*) as members,
        bool_or(series.status = 'preliminary') as preliminary,
        bool_or(series.exposure_status = 'carried_forward') as carried_forward,
        bool_or(series.exposure_status = 'interpolated') as interpolated,
        min(series.source) as source
    from core.total as series
    join core.group_member as member using (municipality_code)
    group by series.indicator_id, member.group_id, series.period_start
)
select
    total.indicator_id,
    total.group_id,
    indicator.grain,
    total.period_start,
    total.numerator,
    total.denominator,
    case indicator.group_rule when 'unweighted_mean' then total.mean else indicator.per * total.numerator / total.denominator end as value,
    indicator.group_rule,
    total.municipalities,
    total.members,
    case when total.municipalities = 0 then 'not_available' when total.preliminary then 'preliminary' else '' end as status,
    case when total.carried_forward then 'carried_forward' when total.interpolated then 'interpolated' else '' end as exposure_status,
    feed.origin,
    -- of a share both those counted and the rest are persons
    cast(case indicator.denominator when 'cases' then least(total.numerator, total.rest) else total.numerator end as bigint) as persons,
    total.source,
    feed.content as vintage
from total
join registry.indicator as indicator using (indicator_id)
join lake.feed as feed using (source)
