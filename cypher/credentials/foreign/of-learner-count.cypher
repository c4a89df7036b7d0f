// How many credentials from elsewhere are in a learner's record?
MATCH (:Learner {id: $learnerId})-[:BROUGHT]->(foreign:ForeignCredential)
RETURN count(foreign) AS total
