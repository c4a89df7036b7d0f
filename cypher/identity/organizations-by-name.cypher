// Which organisations does a filter let through, in order of name, after a given one?
MATCH (organization:Organization)
USING INDEX organization:Organization(name, id)
WHERE organization.name >= $afterName AND organization.id IS NOT NULL
  AND CASE WHEN organization.name = $afterName THEN organization.id > $afterId ELSE true END
  AND ($kind IS NULL OR $kind IN organization.kinds)
  AND ($nameContains IS NULL OR toLower(organization.name) CONTAINS toLower($nameContains))
WITH organization ORDER BY organization.name, organization.id LIMIT $limit
RETURN organization {.id, .name, .url, .regions, .kinds, .did} AS organization
