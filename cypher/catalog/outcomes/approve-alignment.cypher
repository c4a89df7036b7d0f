// Note that somebody else agrees with a claim of alignment.
MATCH (outcome:Outcome {id: $outcomeId})-[claim:ALIGNED_TO]->(:Skill {uri: $skillUri})
SET claim += {
  reviewState: 'REVIEWED', reviewer: $reviewer, reviewerOrganizationId: $reviewerOrganizationId, reviewedAt: $now, reviewNote: $note
}
RETURN outcome.id AS id
