// Which drafts and published versions of badges come after one id, of every issuer or of one?
MATCH (version:BadgeVersion)
WHERE version.id > $afterId AND version.state IN ['DRAFT', 'PUBLISHED']
  AND ($organizationId IS NULL OR EXISTS { (version)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(:Organization {id: $organizationId}) })
RETURN version.id AS id
ORDER BY id
LIMIT $limit
