// Writes the organisations of the sample world, unless they are there.
UNWIND $rows AS row
MERGE (organization:Organization {id: row.id})
ON CREATE SET organization.name = row.name, organization.url = row.url, organization.regions = row.regions, organization.kinds = row.kinds
