// How are these versions of badges reviewed, and did an employer take part in a review, endorse them or help to write them?
MATCH (badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion)
WHERE version.id IN $ids
OPTIONAL MATCH (badge)-[:REVIEWED_UNDER]->(policy:ReviewPolicy)
RETURN version.id AS parentId, {
  intervalMonths: policy.intervalMonths,
  reviews: COUNT { (badge)-[:HAS_REVIEW]->(:Review {state: 'CLOSED'}) },
  employerTookPart: EXISTS { (badge)-[:HAS_REVIEW]->(:Review)-[:HAS_PART]->(:ReviewPart {role: 'EMPLOYER'}) }
    OR EXISTS { MATCH (version)<-[:ENDORSES]-(:Endorsement {state: 'ACCEPTED'})<-[:ENDORSED]-(endorser:Organization) WHERE 'EMPLOYER' IN endorser.kinds }
    OR EXISTS { MATCH (badge)<-[:SHAPED]-(:CoCreation)-[:HEARD]->(:OutcomeProposal)-[:FROM]->(heard:Organization) WHERE 'EMPLOYER' IN heard.kinds },
  overdue: coalesce(badge.nextReviewAt < $now, false)
} AS review
