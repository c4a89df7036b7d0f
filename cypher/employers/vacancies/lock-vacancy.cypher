// Hold a vacancy against other writers until the transaction ends, and say whose it is and where it stands.
MATCH (employer:Organization)-[:ADVERTISES]->(vacancy:Vacancy {id: $id})
SET vacancy.openings = vacancy.openings
RETURN employer.id AS employerId, vacancy.state AS state
