// Replace the name and the dates of a cohort of this organisation.
MATCH (:Organization {id: $organizationId})-[:HOLDS_COHORT]->(cohort:Cohort {id: $id})
SET cohort.name = $name, cohort.startsAt = $startsAt, cohort.endsAt = $endsAt
RETURN cohort.id AS id
