-- Members of each comparison group, and the day their own programme began (null where the group is not a programme's). A group of
-- nearest municipalities has none here: which they are depends on the outcome, and the evaluation finds them.
-- grain: group × municipality; key: group_id, municipality_code
-- not null: group_id, municipality_code
-- test: group_id in registry.comparison_group
-- test: municipality_code in core.municipality
-- test: municipality_code not in (select municipality_code from registry.participation where role = 'pilot' and municipality_code is not null) or group_id in (select definition.group_id from registry.comparison_group as definition join registry.participation as part on part.programme_id = definition.programme_id where part.role = 'pilot')
-- rows: 1..
with part as (
    select programme_id, municipality_code, min(valid_from) as valid_from
    from registry.participation
    where municipality_code is not null
    group by all
),
candidate as (
    select definition.group_id, part.municipality_code, part.valid_from as programme_from
    from registry.comparison_group as definition
    join part on part.programme_id = definition.programme_id
    union all
    select definition.group_id, municipality.code, null
    from registry.comparison_group as definition
    cross join registry.municipality as municipality
    where definition.kind = 'all'
    union all
    select distinct definition.group_id, peer.peer_code, null
    from registry.comparison_group as definition
    join registry.comparison_group as treated on treated.group_id = definition.of_group_id
    join part on part.programme_id = treated.programme_id
    join registry.comparison_group_by as listed on listed.group_id = definition.group_id
    join staging.similar_municipality as peer
        on peer.municipality_code = part.municipality_code
        and peer.subject = listed.subject
    where definition.kind = 'peers'
)
select candidate.*
from candidate
where not exists (
    from registry.comparison_group_without as without
    join part on part.programme_id = without.programme_id
    where without.group_id = candidate.group_id and part.municipality_code = candidate.municipality_code
)
