// Replace what an organisation says of itself.
MATCH (organization:Organization {id: $id})
SET organization.url = $url, organization.regions = $regions
RETURN organization.id AS id
