// Into which lists do these issuers write new credentials, and how full is each?
UNWIND $organizationIds AS organizationId
MATCH (issuer:Organization {id: organizationId})-[:PUBLISHES]->(list:StatusList {purpose: 'suspension'})
RETURN issuer.id AS organizationId, list.id AS id, COUNT { (list)<-[:LISTED_IN]-() } AS used
ORDER BY organizationId, id
