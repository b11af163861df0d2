-- Offences with unknown place beside those placed in a municipality: the loss in every municipal figure.
-- grain: indicator × year; key: indicator_id, year
-- not null: indicator_id, year, months
-- test: months between 1 and 12
-- test: placed >= 0 and unknown_place >= 0
with placed as (
    select source, offence_code, year(month) as year, sum(count) as placed
    from staging.offence_cell
    group by all
),
unplaced as (
    select source, offence_code, year(month) as year, sum(count) as unknown_place, count(*) as months
    from staging.unknown_place
    group by all
)
select
    indicator.indicator_id,
    placed.year,
    cast(placed.placed as bigint) as placed,
    cast(unplaced.unknown_place as bigint) as unknown_place,
    unplaced.months,
    feed.origin,
    feed.source,
    feed.content as vintage
from placed
join unplaced using (source, offence_code, year)
join registry.indicator as indicator on indicator.measure = 'reported_offences' and indicator.code = placed.offence_code
join lake.feed as feed using (source)
