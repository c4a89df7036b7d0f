// Writes cohorts of learning units, unless they are there.
UNWIND $rows AS row
MATCH (school:Organization {id: row.organizationId})
MATCH (unit:LearningUnit {id: row.unitId})
MERGE (cohort:Cohort {id: row.id})
ON CREATE SET cohort.name = row.name, cohort.startsAt = row.startsAt, cohort.endsAt = row.endsAt
MERGE (school)-[:HOLDS_COHORT]->(cohort)
MERGE (cohort)-[:OF_UNIT]->(unit)
