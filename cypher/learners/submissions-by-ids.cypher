// Which submissions have these ids, whose are they and who owns the assessment?
MATCH (learner:Learner)-[:SUBMITTED]->(submission:Submission)-[:ANSWERS]->(assessment:Assessment)<-[:OWNS]-(owner:Organization)
WHERE submission.id IN $ids
RETURN submission {.id, .submittedAt, .sealedNarrative, .evidenceUrl, .evidenceDigest, learnerId: learner.id, assessmentId: assessment.id, ownerId: owner.id} AS submission
