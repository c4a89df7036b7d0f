// Choose graded work for the assessments of a badge version by lot, first that which most of those invited may look at.
MATCH (version:BadgeVersion {id: $versionId})-[:AWARDED_FOR]->(:Assessment)<-[:ANSWERS]-(submission:Submission)<-[:SUBMITTED]-(learner:Learner)
WHERE EXISTS { (submission)-[:HAS_RESULT]->(:Result) } AND EXISTS { (version)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(:Organization {id: $organizationId}) }
WITH DISTINCT submission, learner
WITH submission, COUNT {
  MATCH (learner)-[:GAVE]->(consent:Consent {purpose: 'EVIDENCE'})-[:TO]->(organization:Organization)
  WHERE organization.id IN $invitedIds AND 'EVIDENCE' IN consent.scopes AND consent.grantedAt <= $now
    AND (consent.revokedAt IS NULL OR consent.revokedAt > $now)
    AND (consent.expiresAt IS NULL OR consent.expiresAt > $now)
    AND NOT EXISTS { (consent)-[:WITHIN]->(:Campaign) }
} AS agreed
RETURN submission.id AS submissionId
ORDER BY agreed DESC, rand()
LIMIT $size
