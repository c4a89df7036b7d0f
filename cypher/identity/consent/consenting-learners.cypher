// Which learners let this organisation do this with their data at this very moment?
// with fragments/disclosed-learners
RETURN DISTINCT learner.id AS learnerId
