// Which published badges are most like this version: by the skills they show, counted twice, and the tags they bear?
MATCH (badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion {id: $id})
CALL (version) {
  MATCH (version)-[:CERTIFIES]->(:Outcome)-[:ALIGNED_TO]->(skill:Skill)
  WITH DISTINCT skill
  MATCH (skill)<-[:ALIGNED_TO]-(:Outcome)<-[:CERTIFIES]-(other:BadgeVersion {state: 'PUBLISHED'})
  RETURN other, 2 * count(DISTINCT skill) AS likeness
  UNION ALL
  MATCH (other:BadgeVersion {state: 'PUBLISHED'})
  WHERE size(coalesce(version.tags, [])) > 0
  WITH other, size([tag IN coalesce(other.tags, []) WHERE tag IN version.tags]) AS likeness
  WHERE likeness > 0
  RETURN other, likeness
}
WITH badge, other, sum(likeness) AS likeness
WHERE NOT EXISTS { (badge)-[:HAS_VERSION]->(other) }
RETURN other.id AS id, likeness
ORDER BY likeness DESC, id
LIMIT $limit
