-- What a reader of an indicator must know, in the order it is told.
-- grain: indicator × caveat; key: indicator_id, place
select indicator_id, place, caveat_sv, caveat_en
from registry.indicator_caveat
