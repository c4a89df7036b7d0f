// By what is a learning unit in use: badge versions that were published, enrolments, cohorts and work that was handed in?
MATCH (unit:LearningUnit {id: $id})
RETURN
  COLLECT {
    MATCH (unit)-[:ASSESSED_BY]->(:Assessment)<-[:AWARDED_FOR]-(version:BadgeVersion)<-[:HAS_VERSION]-(badge:Badge)
    WHERE version.state <> 'DRAFT'
    WITH DISTINCT badge.id AS badgeId ORDER BY badgeId LIMIT 20
    RETURN badgeId
  } AS badgeIds,
  COUNT { (unit)<-[:OF_UNIT]-(:Enrolment) } AS enrolments,
  COUNT { (unit)<-[:OF_UNIT]-(:Cohort) } AS cohorts,
  COUNT { (unit)-[:ASSESSED_BY]->(:Assessment)<-[:ANSWERS]-(:Submission) } AS submissions
