// Which entries stand in an issuance log from a place on?
UNWIND range($from, $from + $limit - 1) AS place
MATCH (entry:LogEntry {id: $organizationId + '/' + toString(place)})
RETURN entry.organizationId AS organizationId, entry.index AS index, entry.issuer AS issuer, entry.credential AS credential,
  entry.content AS content, entry.key AS key, entry.at AS at
ORDER BY index
