-- The months for which an offence code is known: from where its feed is complete to the feed's last month.
-- `absent_is_zero`: the feed lists only cells that are not zero.
-- grain: source × offence code × month; key: source, offence_code, month
-- not null: source, offence_code, month
-- test: day(month) = 1
-- fresh: month within 200 days
with code as (
    select source, offence_code, min(month) as first_month, max(month) as last_month_of_code
    from lake.reported_offences
    group by all
),
last as (
    select source, max(month) as last_month
    from lake.reported_offences
    group by all
),
span as (
    select
        code.source,
        code.offence_code,
        coalesce(completeness.complete_from, code.first_month) as first_month,
        case when completeness.complete_from is null then code.last_month_of_code else last.last_month end as last_month,
        completeness.complete_from is not null as absent_is_zero
    from code
    join last using (source)
    left join lake.completeness as completeness
        on completeness.source = code.source and completeness.code = code.offence_code
)
select source, offence_code, cast(month as date) as month, absent_is_zero
from span, unnest(generate_series(first_month, last_month, interval 1 month)) as step (month)
