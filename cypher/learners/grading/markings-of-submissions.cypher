// What did each assessor give these submissions, criterion by criterion, in the order they marked?
MATCH (submission:Submission)-[:HAS_MARKING]->(graded:Marking)
WHERE submission.id IN $ids
CALL (graded) {
// with fragments/scores
}
RETURN submission.id AS submissionId, graded {.id, .at, .assessor, .passed, .points, scores: scores} AS marking
ORDER BY submissionId, graded.position
