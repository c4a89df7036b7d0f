// Which evidence belongs to these submissions, in order?
MATCH (submission:Submission)-[:HAS_EVIDENCE]->(evidence:Evidence)
WHERE submission.id IN $ids
RETURN submission.id AS submissionId, evidence {.id, .position, .url, .digest, .sealedWords} AS evidence
ORDER BY submissionId, evidence.position
