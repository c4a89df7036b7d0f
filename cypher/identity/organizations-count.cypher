// How many organisations does a filter let through?
MATCH (organization:Organization)
WHERE organization.id IS NOT NULL
  AND ($kind IS NULL OR $kind IN organization.kinds)
  AND ($nameContains IS NULL OR toLower(organization.name) CONTAINS toLower($nameContains))
RETURN count(organization) AS total
