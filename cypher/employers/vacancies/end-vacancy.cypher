// End a vacancy: it is filled, or closed.
MATCH (vacancy:Vacancy {id: $id, state: 'OPEN'})
SET vacancy.state = $state, vacancy.endedAt = $now
RETURN vacancy.id AS id
