// By what is an outcome in use beside badges: units that ask for it, enrolments in units that teach it, and work handed in for it?
MATCH (outcome:Outcome {id: $id})
RETURN
  COLLECT {
    MATCH (outcome)<-[:PREREQUISITE]-(unit:LearningUnit)
    RETURN unit.id AS unitId ORDER BY unitId LIMIT 20
  } AS unitIds,
  COUNT { (outcome)<-[:TEACHES]-(:LearningUnit)<-[:OF_UNIT]-(:Enrolment) } AS enrolments,
  COUNT { (outcome)<-[:ASSESSES]-(:Assessment)<-[:ANSWERS]-(:Submission) } AS submissions
