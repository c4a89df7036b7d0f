// How many consents has a learner given?
MATCH (:Learner {id: $learnerId})-[:GAVE]->(consent:Consent)-[:TO]->(:Organization)
WHERE $activeOnly = false OR (consent.revokedAt IS NULL AND (consent.expiresAt IS NULL OR consent.expiresAt > $now))
RETURN count(consent) AS total
