-- What a reader of an indicator must know, in the order it is told.
-- grain: indicator × caveat; key: indicator_id, place
-- not null: indicator_id, place, caveat_sv, caveat_en
-- test: indicator_id in registry.indicator
-- rows: as registry.indicator_caveat
select indicator_id, place, caveat_sv, caveat_en
from registry.indicator_caveat
