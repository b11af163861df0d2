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
select
    series.indicator_id,
    member.group_id,
    series.grain,
    series.period_start,
    sum(series.numerator) filter (series.value is not null) as numerator,
    sum(series.denominator) filter (series.value is not null) as denominator,
    case any_value(indicator.group_rule)
        when 'unweighted_mean' then avg(series.value)
        else any_value(indicator.per) * sum(series.numerator) filter (series.value is not null)
            / sum(series.denominator) filter (series.value is not null)
    end as value,
    any_value(indicator.group_rule) as group_rule,
    count(series.value) as municipalities,
    count(*) as members,
    case
        when count(series.value) = 0 then 'not_available'
        when bool_or(series.status = 'preliminary') then 'preliminary'
        else ''
    end as status,
    case
        when bool_or(series.exposure_status = 'carried_forward') then 'carried_forward'
        when bool_or(series.exposure_status = 'interpolated') then 'interpolated'
        else ''
    end as exposure_status,
    any_value(series.origin) as origin,
    -- of a share both those counted and the rest are persons
    case any_value(indicator.denominator)
        when 'cases' then cast(least(
            sum(series.numerator) filter (series.value is not null),
            sum(series.denominator - series.numerator) filter (series.value is not null)) as bigint)
        else cast(sum(series.numerator) filter (series.value is not null) as bigint)
    end as persons,
    any_value(series.source) as source,
    any_value(series.vintage) as vintage
from marts.municipality_series as series
join core.group_member as member using (municipality_code)
join registry.indicator as indicator using (indicator_id)
group by series.indicator_id, member.group_id, series.grain, series.period_start
