-- Hours of support by month and strand or focus area, all kinds of support together.
-- grain: source × municipality × strand × month; key: source, municipality_code, strand, month
select source, municipality_code, strand, month, sum(hours) as hours
from lake.support_log
group by all
order by all
