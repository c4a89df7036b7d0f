// Replace everything a vacancy says but the role profile it is for.
MATCH (vacancy:Vacancy {id: $id, state: 'OPEN'})
SET vacancy.region = $region, vacancy.opensAt = $opensAt, vacancy.closesAt = $closesAt, vacancy.openings = $openings,
  vacancy.contactUrl = $contactUrl
RETURN vacancy.id AS id
