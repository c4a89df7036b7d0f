// How often did something happen to the signing keys of an organisation?
MATCH (:Organization {id: $organizationId})-[:HAD_INCIDENT]->(incident:KeyIncident)
RETURN count(incident) AS total
