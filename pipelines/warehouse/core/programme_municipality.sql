-- Who was treated by what, from when to when (the last day; null: still on), by which document. A programme that reaches every municipality has
-- a row for each. `strands`: the strands or focus areas that the document gives the municipality, or the programme's only one; else null.
-- grain: programme × municipality × start; key: programme_id, municipality_code, valid_from
-- not null: programme_id, municipality_code, role, valid_from, certainty, document_id
-- test: programme_id in registry.programme
-- test: municipality_code in registry.municipality.code
-- test: valid_to >= valid_from
with stated as (
    select programme_id, municipality_code, valid_from, string_agg(strand, ', ' order by strand) as strands
    from registry.participation_strand
    group by programme_id, municipality_code, valid_from
),
sole as (
    select programme_id, min(strand) as strands
    from registry.programme_strand
    group by programme_id
    having count(*) = 1
)
select
    part.programme_id,
    municipality.code as municipality_code,
    part.role,
    coalesce(stated.strands, sole.strands) as strands,
    part.valid_from,
    part.valid_to,
    part.certainty,
    document.document_id,
    document.publisher,
    document.title as document
from registry.participation as part
join registry.municipality as municipality on part.municipality_code is null or part.municipality_code = municipality.code
join registry.source_document as document on document.document_id = part.document_id
left join stated
    on stated.programme_id = part.programme_id
    and stated.municipality_code = part.municipality_code
    and stated.valid_from = part.valid_from
left join sole on sole.programme_id = part.programme_id
