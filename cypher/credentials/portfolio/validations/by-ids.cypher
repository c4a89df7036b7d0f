// What was asked and answered in these validations, of whom and by whom?
MATCH (learner:Learner)-[:ASKED_TO_CONFIRM]->(validation:Validation)-[:ADDRESSED_TO]->(organization:Organization)
WHERE validation.id IN $ids
// with fragments/validation
