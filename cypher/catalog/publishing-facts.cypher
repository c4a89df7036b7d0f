// What would this draft certify, and which of the badges it stacks are not awarded yet?
MATCH (version:BadgeVersion {id: $id})
RETURN COUNT { (version)-[:CERTIFIES]->(:Outcome) } AS outcomes,
       COUNT { (version)-[:AWARDED_FOR]->(:Assessment) } AS assessments,
       [(version)-[:STACKS]->(part:Badge) | part.id] AS partIds,
       [(version)-[:STACKS]->(part:Badge) WHERE NOT EXISTS { (part)-[:HAS_VERSION]->(:BadgeVersion {state: 'PUBLISHED'}) } | part.id] AS unpublished,
       [(version)-[:CERTIFIES]->(outcome:Outcome) WHERE NOT EXISTS { (version)-[:AWARDED_FOR]->(:Assessment)-[:ASSESSES]->(outcome) } | outcome.id] AS unassessed
