// Aligns outcomes to skills, with the level they reach.
UNWIND $rows AS row
MATCH (outcome:Outcome {id: row.outcomeId})
MATCH (skill:Skill {uri: row.skillUri})
MERGE (outcome)-[alignment:ALIGNED_TO]->(skill)
ON CREATE SET alignment.level = row.level, alignment.relation = row.relation, alignment.reviewState = 'PROPOSED'
