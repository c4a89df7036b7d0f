// Write a learning unit that an organisation offers, with everything it says.
MATCH (provider:Organization {id: $providerId})
CREATE (provider)-[:OFFERS]->(unit:LearningUnit {id: $id})
// with fragments/unit-content
RETURN unit.id AS id
