-- Where the figures of a series may not be of the same thing: changes of definition that the registry knows (`registered`), and unusually large
-- shifts of level (`level_shift`) in all municipalities together (no municipality) and in each that a targeted programme reached. A shift is told where
-- the means of the periods before and after it, a year of months or quarters or three years, lie further apart than chance or a straight line would take
-- them (10 standard errors of their difference for months and quarters, 13 for years, the largest around it) and by a tenth of the level before or
-- more. It is a reason to ask, not a finding.
-- grain: indicator × kind × municipality × period; key: indicator_id, kind, municipality_code, period_start
-- not null: indicator_id, kind, grain, period_start, origin
-- test: kind in ('registered', 'level_shift')
-- test: (kind = 'registered') = (text_sv is not null)
-- test: municipality_code in core.municipality
-- test: indicator_id in registry.indicator
with reached as (
    select distinct part.municipality_code
    from core.programme_municipality as part
    join core.programme as programme using (programme_id)
    where programme.targeted
),
total as (
    select
        indicator_id,
        period_start,
        avg(value) as mean,
        sum(numerator) filter (value is not null) as numerator,
        sum(denominator) filter (value is not null) as denominator,
        min(source) as source
    from core.total
    group by indicator_id, period_start
),
series as (
    select series.indicator_id, series.municipality_code, series.grain, series.period_start, series.value
    from core.total as series
    join reached using (municipality_code)
    union all
    select
        total.indicator_id,
        null,
        indicator.grain,
        total.period_start,
        case indicator.group_rule when 'unweighted_mean' then total.mean else indicator.per * total.numerator / total.denominator end
    from total
    join registry.indicator as indicator using (indicator_id)
),
level as (
    select
        series.*,
        grain.months,
        grain.window_periods,
        avg(series.value) over earlier as level_before,
        avg(series.value) over later as level_after,
        sqrt((var_samp(series.value) over earlier + var_samp(series.value) over later) / grain.window_periods) as standard_error,
        -- whole windows, without a period that is missing or absent
        count(series.value) over earlier = grain.window_periods
            and count(series.value) over later = grain.window_periods
            and lag(series.period_start, grain.window_periods) over step = series.period_start - to_months(grain.window_periods * grain.months)
            and lead(series.period_start, grain.window_periods - 1) over step = series.period_start + to_months((grain.window_periods - 1) * grain.months) as whole
    from series
    join core.grain as grain using (grain)
    window
        step as (partition by series.indicator_id, series.municipality_code order by series.period_start),
        earlier as (
            partition by series.indicator_id, series.municipality_code order by series.period_start
            rows between grain.window_periods preceding and 1 preceding
        ),
        later as (
            partition by series.indicator_id, series.municipality_code order by series.period_start
            rows between current row and grain.window_periods - 1 following
        )
),
shift as (
    select
        indicator_id,
        -- null is no value to be joined by
        coalesce(municipality_code, '') as place,
        grain,
        months * window_periods as around,
        period_start,
        level_before,
        level_after,
        abs(level_after - level_before) / standard_error as standard_errors
    from level
    where whole
        and standard_error > 0
        and standard_errors >= case grain when 'year' then 13 else 10 end
        and abs(level_after - level_before) >= abs(level_before) / 10
),
summit as (
    select shift.*
    from shift
    where not exists (
        from shift as other
        where other.indicator_id = shift.indicator_id
            and other.place = shift.place
            and abs(date_diff('month', other.period_start, shift.period_start)) < shift.around
            and (other.standard_errors > shift.standard_errors or other.standard_errors = shift.standard_errors and other.period_start < shift.period_start)
    )
),
known as (
    select indicator_id, min(period_start) as first_period, max(period_start) as last_period, min(source) as source
    from total
    group by indicator_id
),
registered as (
    select
        change.indicator_id,
        cast(date_trunc('year', change.valid_from) + to_months(grain.months * ((month(change.valid_from) - 1) // grain.months)) as date) as period_start,
        string_agg(change.text_sv, ' ' order by change.valid_from) as text_sv,
        string_agg(change.text_en, ' ' order by change.valid_from) as text_en
    from registry.indicator_break as change
    join registry.indicator as indicator using (indicator_id)
    join core.grain as grain using (grain)
    group by all
),
found as (
    select indicator_id, 'registered' as kind, null as municipality_code, period_start, null as level_before, null as level_after, null as standard_errors, text_sv, text_en
    from registered
    union all
    select indicator_id, 'level_shift', nullif(place, ''), period_start, level_before, level_after, standard_errors, null, null
    from summit
)
select
    found.indicator_id,
    found.kind,
    found.municipality_code,
    municipality.name as municipality,
    indicator.grain,
    found.period_start,
    found.level_before,
    found.level_after,
    found.standard_errors,
    found.text_sv,
    found.text_en,
    feed.origin,
    known.source,
    feed.content as vintage
from found
join known using (indicator_id)
join registry.indicator as indicator using (indicator_id)
join lake.feed as feed on feed.source = known.source
left join core.municipality as municipality using (municipality_code)
-- a change before the first figure or after the last breaks no series
where found.period_start > known.first_period and found.period_start <= known.last_period
