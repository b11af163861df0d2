-- Who was treated by what, when: every programme that a municipality was under in a month. `targeted_programmes` counts those that were not
-- everywhere; more than one of them and an effect can't be told apart (`overlapping`).
-- grain: municipality × month × programme; key: municipality_code, month, programme_id
-- not null: municipality_code, municipality, month, programme_id, targeted, role, valid_from
-- test: valid_from <= last_day(month) and coalesce(valid_to, month) >= month
-- test: overlapping = (targeted_programmes > 1)
with month_of as (
    select
        part.municipality_code,
        calendar.month,
        part.programme_id,
        part.role,
        part.strands,
        part.valid_from,
        part.valid_to,
        part.certainty
    from core.programme_municipality as part
    join core.calendar as calendar
        on calendar.month <= coalesce(part.valid_to, calendar.month)
        and last_day(calendar.month) >= part.valid_from
    -- who came back within a month is there once
    qualify row_number() over (partition by part.programme_id, part.municipality_code, calendar.month order by part.valid_from desc) = 1
)
select
    month_of.municipality_code,
    municipality.name as municipality,
    month_of.month,
    month_of.programme_id,
    programme.title_sv,
    programme.title_en,
    programme.targeted,
    month_of.role,
    month_of.strands,
    month_of.valid_from,
    month_of.valid_to,
    month_of.certainty,
    count(*) filter (programme.targeted) over under_month as targeted_programmes,
    count(*) filter (programme.targeted) over under_month > 1 as overlapping
from month_of
join core.programme as programme using (programme_id)
join core.municipality as municipality using (municipality_code)
window under_month as (partition by month_of.municipality_code, month_of.month)
