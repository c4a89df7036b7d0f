// Which of these credentials and validations are a learner's, and of which kind?
MATCH (:Learner {id: $learnerId})-[:HOLDS|BROUGHT|ASKED_TO_CONFIRM]->(own:Credential|ForeignCredential|Validation)
WHERE own.id IN $ids
RETURN own.id AS id, head(labels(own)) AS kind
