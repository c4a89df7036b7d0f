// Which things has an organisation in its catalogue, where do they come from, and what was published rests on which of them?
MATCH (owner:Organization {id: $organizationId})-[:ISSUES|OWNS|OFFERS]->(thing:Badge|Outcome|Assessment|LearningUnit)
RETURN thing.id AS id, thing.sourceUri AS sourceUri,
  CASE WHEN thing:Badge THEN 'badges' WHEN thing:Outcome THEN 'outcomes' WHEN thing:Assessment THEN 'assessments' ELSE 'units' END AS part,
  EXISTS { (thing)<-[:CERTIFIES|AWARDED_FOR]-(version:BadgeVersion) WHERE version.state <> 'DRAFT' } AS published
ORDER BY coalesce(thing.importedAt, datetime({epochMillis: 0})) DESC, id DESC
