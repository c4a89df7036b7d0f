// How many claims of alignment wait for a review?
MATCH (outcome:Outcome)-[aligned:ALIGNED_TO {reviewState: 'PROPOSED'}]->(:Skill)
WHERE aligned.createdAt IS NOT NULL
  AND ($organizationId IS NULL OR EXISTS { (outcome)<-[:OWNS]-(:Organization {id: $organizationId}) })
RETURN count(aligned) AS total
