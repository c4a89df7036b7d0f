// Write a campaign of an organisation.
MATCH (organization:Organization {id: $organizationId})
CREATE (organization)-[:RUNS]->(campaign:Campaign {id: $id, name: $name, purposeText: $purposeText, createdAt: $now, endsAt: $endsAt})
RETURN campaign.id AS id
