// How often was it asked who this learner is?
MATCH (:Learner {id: $learnerId})<-[:ABOUT]-(request:RevealRequest)
RETURN count(request) AS total
