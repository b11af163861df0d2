-- The dose of a programme: hours of support to a municipality by strand and month, from its own first logged month to the programme's newest.
-- Who gives support leaves a month without any out of the log, or writes 0: within those months, what is not there is none.
-- grain: source × programme × municipality × strand × month; key: source, programme_id, municipality_code, strand, month
-- not null: source, programme_id, municipality_code, strand, month, hours
-- test: hours >= 0
-- test: programme_id in registry.programme
-- test: municipality_code in core.municipality
with logged as (
    select month.source, strand.programme_id, month.municipality_code, month.strand, month.month, month.hours
    from staging.support_month as month
    join registry.programme_strand as strand on strand.strand = month.strand
),
programme as (
    select source, programme_id, max(month) as newest from logged group by all
),
municipality as (
    select source, programme_id, municipality_code, min(month) as oldest from logged group by all
),
calendar as (
    select source, programme_id, municipality_code, cast(unnest(generate_series(oldest, newest, interval 1 month)) as date) as month
    from municipality
    join programme using (source, programme_id)
),
strand as (
    select distinct source, programme_id, municipality_code, strand from logged
)
select source, programme_id, municipality_code, strand.strand, calendar.month, coalesce(logged.hours, 0) as hours
from calendar
join strand using (source, programme_id, municipality_code)
left join logged using (source, programme_id, municipality_code, strand, month)
order by all
