-- Hours of support by month and strand or focus area, all kinds of support together.
-- grain: source × municipality × strand × month; key: source, municipality_code, strand, month
-- not null: source, municipality_code, strand, month, hours
-- test: hours >= 0
-- test: municipality_code in registry.municipality.code
-- warn: strand in registry.programme_strand
-- fresh: month within 200 days
select source, municipality_code, strand, month, sum(hours) as hours
from lake.support_log
group by all
order by all
