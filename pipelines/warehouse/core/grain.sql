-- The lengths of periods, and of the window that is compared with the next one where a level shift is looked for: a year of months
-- or quarters, so that every season is in it, and three single years.
-- grain: grain; key: grain
-- rows: 3..3
select grain, months, window_periods
from (values ('month', 1, 12), ('quarter', 3, 4), ('year', 12, 3)) as length (grain, months, window_periods)
