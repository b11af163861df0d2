-- Offences whose place the police do not know: kept apart, never spread over municipalities.
-- grain: source × offence code × month; key: source, offence_code, month
-- not null: source, offence_code, month, count
-- test: count >= 0
-- rows: as staging.offence_period
select
    period.source,
    period.offence_code,
    period.month,
    coalesce(sum(offence.count), 0) as count
from staging.offence_period as period
left join lake.reported_offences as offence
    on offence.source = period.source
    and offence.offence_code = period.offence_code
    and offence.municipality_code is null
    and offence.month = period.month
group by all
