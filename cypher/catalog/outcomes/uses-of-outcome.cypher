// By what is an outcome in use beside badges: units that ask for it, enrolments in units that teach it, work handed in for it, and practitioners' proposals it came from?
MATCH (outcome:Outcome {id: $id})
RETURN
  COLLECT {
    MATCH (outcome)<-[:PREREQUISITE]-(unit:LearningUnit)
    RETURN unit.id AS unitId ORDER BY unitId LIMIT 20
  } AS unitIds,
  COUNT { (outcome)<-[:TEACHES]-(:LearningUnit)<-[:OF_UNIT]-(:Enrolment) } AS enrolments,
  COUNT { (outcome)<-[:ASSESSES]-(:Assessment)<-[:ANSWERS]-(:Submission) } AS submissions,
  COUNT { (outcome)<-[:BECAME]-(:OutcomeProposal) } AS proposals
