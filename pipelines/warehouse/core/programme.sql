-- Programmes, and when they began: with their first participant. The last day is known where every part has ended.
-- grain: programme; key: programme_id
-- not null: programme_id, title_sv, title_en, targeted, valid_from
-- test: valid_to >= valid_from
-- test: participants > 0
-- rows: as registry.programme
with part as (
    select
        programme_id,
        min(valid_from) as valid_from,
        case when count(*) = count(valid_to) then max(valid_to) end as valid_to,
        count(distinct municipality_code) as participants
    from registry.participation
    group by programme_id
)
select
    programme.programme_id,
    programme.title_sv,
    programme.title_en,
    programme.targeted,
    part.valid_from,
    part.valid_to,
    -- null: it reaches every municipality
    case when programme.targeted then part.participants end as participants,
    programme.note_sv,
    programme.note_en
from registry.programme as programme
left join part using (programme_id)
