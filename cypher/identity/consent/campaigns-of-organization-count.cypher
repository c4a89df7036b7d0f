// How many campaigns does an organisation run?
MATCH (:Organization {id: $organizationId})-[:RUNS]->(campaign:Campaign)
WHERE $activeOnly = false OR campaign.endsAt > $now
RETURN count(campaign) AS total
