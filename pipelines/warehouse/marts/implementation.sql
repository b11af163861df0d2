-- How much support each municipality got, of which programme and strand, and when: the dose, with the log it comes from.
-- `registered`: the registry says that the municipality took part in the programme that month; hours without are worth a question.
-- grain: source × programme × municipality × strand × month; key: source, programme_id, municipality_code, strand, month
-- not null: programme_id, municipality_code, strand, month, hours, registered
-- test: hours >= 0 and hours_to_date >= hours - 0.000001
-- warn: registered or hours = 0
-- rows: as core.support
select
    support.programme_id,
    programme.title_sv,
    programme.title_en,
    support.municipality_code,
    municipality.name as municipality,
    support.strand,
    support.month,
    support.hours,
    sum(support.hours) over (
        partition by support.source, support.programme_id, support.municipality_code, support.strand order by support.month
    ) as hours_to_date,
    exists (
        from registry.participation as part
        where part.programme_id = support.programme_id
            and part.municipality_code = support.municipality_code
            and part.valid_from <= last_day(support.month)
            and (part.valid_to is null or part.valid_to >= support.month)
    ) as registered,
    feed.origin,
    feed.source,
    feed.content as vintage
from core.support as support
join registry.programme as programme using (programme_id)
join core.municipality as municipality using (municipality_code)
join lake.feed as feed on feed.source = support.source
order by feed.source, support.programme_id, support.municipality_code, support.strand, support.month
