// Write a cohort of a learning unit of this organisation.
MATCH (organization:Organization {id: $organizationId})-[:OFFERS]->(unit:LearningUnit {id: $unitId})
CREATE (organization)-[:HOLDS_COHORT]->(cohort:Cohort {id: $id, name: $name, startsAt: $startsAt, endsAt: $endsAt})-[:OF_UNIT]->(unit)
RETURN cohort.id AS id
