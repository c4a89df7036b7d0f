// Which campaigns does an organisation run, the one that ends last first, after a given one?
MATCH (organization:Organization {id: $organizationId})-[:RUNS]->(campaign:Campaign)
WHERE ($activeOnly = false OR campaign.endsAt > $now)
  AND (campaign.endsAt < $beforeAt OR (campaign.endsAt = $beforeAt AND campaign.id > $afterId))
RETURN campaign {.id, .name, .purposeText, .createdAt, .endsAt, organizationId: organization.id} AS campaign
ORDER BY campaign.endsAt DESC, campaign.id
LIMIT $limit
