// Which campaigns have these ids, and whose are they?
MATCH (organization:Organization)-[:RUNS]->(campaign:Campaign)
WHERE campaign.id IN $ids
RETURN campaign {.id, .name, .purposeText, .createdAt, .endsAt, organizationId: organization.id} AS campaign
