// Is there an employer with this id?
MATCH (employer:Organization {id: $id})
WHERE 'EMPLOYER' IN employer.kinds
RETURN employer.id AS id
