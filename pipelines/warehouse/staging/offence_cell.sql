-- Reported offences with the true zeros written out; null means that the source has no figure.
-- grain: source × offence code × municipality × month; key: source, offence_code, municipality_code, month
-- not null: source, offence_code, municipality_code, month
-- test: count >= 0
-- test: (count is null) = (coalesce(status, '') in ('suppressed', 'not_available', 'not_applicable', 'not_reported', 'withdrawn'))
-- test: municipality_code in registry.municipality.code
select
    period.source,
    period.offence_code,
    municipality.code as municipality_code,
    period.month,
    case
        when offence.offence_code is null and period.absent_is_zero then 0
        else offence.count
    end as count,
    case
        when offence.offence_code is not null then offence.status
        when period.absent_is_zero then ''
        else 'not_available'
    end as status
from staging.offence_period as period
cross join registry.municipality as municipality
left join lake.reported_offences as offence
    on offence.source = period.source
    and offence.offence_code = period.offence_code
    and offence.municipality_code = municipality.code
    and offence.month = period.month
