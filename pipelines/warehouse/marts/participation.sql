-- Who was treated by what, from when to when, by which document.
-- grain: programme × municipality; key: programme_id, municipality_code, valid_from
-- not null: programme_id, role, valid_from, document
-- test: valid_to >= valid_from
-- test: municipality_code in core.municipality
-- rows: as registry.participation
select
    programme.programme_id,
    programme.title_sv,
    programme.title_en,
    programme.targeted,
    participation.municipality_code,
    municipality.name as municipality,
    participation.role,
    participation.valid_from,
    participation.valid_to,
    participation.certainty,
    document.publisher,
    document.title as document
from registry.participation as participation
join registry.programme as programme using (programme_id)
join registry.source_document as document on document.document_id = participation.document_id
left join core.municipality as municipality using (municipality_code)
