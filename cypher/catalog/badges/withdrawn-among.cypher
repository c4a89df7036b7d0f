// Which of these badges were withdrawn: published once, and not awarded any more?
MATCH (badge:Badge)
WHERE badge.id IN $ids
  AND EXISTS { (badge)-[:HAS_VERSION]->(:BadgeVersion {state: 'WITHDRAWN'}) }
  AND NOT EXISTS { (badge)-[:HAS_VERSION]->(:BadgeVersion {state: 'PUBLISHED'}) }
RETURN badge.id AS id
