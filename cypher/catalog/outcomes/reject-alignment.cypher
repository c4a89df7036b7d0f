// Turn a claim of alignment that somebody else found wrong into a record of that; it no longer counts.
MATCH (outcome:Outcome {id: $outcomeId})-[claim:ALIGNED_TO]->(skill:Skill {uri: $skillUri})
CREATE (outcome)-[rejected:REJECTED_ALIGNMENT]->(skill)
SET rejected = properties(claim)
SET rejected += {
  reviewState: 'REJECTED', reviewer: $reviewer, reviewerOrganizationId: $reviewerOrganizationId, reviewedAt: $now, reviewNote: $note
}
DELETE claim
RETURN outcome.id AS id
