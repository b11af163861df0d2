-- The months from the first to the last that a figure is of.
-- grain: month; key: month
-- not null: month, quarter, half_year, year, days
-- test: day(month) = 1 and days between 28 and 31
-- rows: 1..
with period as (
    select grain, min(period_start) as first_start, max(period_start) as last_start
    from core.observation
    group by grain
),
span as (
    select min(period.first_start) as first_month, max(period.last_start + to_months(grain.months - 1)) as last_month
    from period
    join core.grain as grain using (grain)
),
step as (
    select cast(unnest(generate_series(first_month, last_month, interval 1 month)) as date) as month
    from span
)
select
    month,
    cast(date_trunc('quarter', month) as date) as quarter,
    make_date(year(month), case when month(month) < 7 then 1 else 7 end, 1) as half_year,
    cast(year(month) as integer) as year,
    cast(day(last_day(month)) as integer) as days
from step
