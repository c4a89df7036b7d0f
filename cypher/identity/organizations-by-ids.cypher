// Which organisations have these ids?
MATCH (organization:Organization)
WHERE organization.id IN $ids
RETURN organization {.id, .name, .url, .regions, .kinds, .did} AS organization
