// How much is this organisation asked to confirm and has not answered?
MATCH (:Organization {id: $organizationId})<-[:ADDRESSED_TO]-(validation:Validation)
WHERE validation.answeredAt IS NULL
RETURN count(validation) AS total
