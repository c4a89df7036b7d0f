// How many API keys has an organisation?
MATCH (:Organization {id: $organizationId})<-[:ACTS_FOR]-(key:ApiKey)
RETURN count(key) AS total
