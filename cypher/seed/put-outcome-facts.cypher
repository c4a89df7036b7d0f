// Says the rest about outcomes: the level of the verb, tools, limits, and by what one sees success.
UNWIND $rows AS row
MATCH (outcome:Outcome {id: row.outcomeId})
SET outcome += {bloom: row.bloom, tools: row.tools, constraints: row.constraints, successCriteria: row.successCriteria}
