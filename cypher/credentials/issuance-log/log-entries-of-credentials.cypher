// As what do these credentials stand in the issuance log of their issuer?
MATCH (entry:LogEntry)
WHERE entry.credential IN $credentials
RETURN entry.organizationId AS organizationId, entry.index AS index, entry.issuer AS issuer, entry.credential AS credential,
  entry.content AS content, entry.key AS key, entry.at AS at
