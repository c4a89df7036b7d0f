// Says which employers brought job simulations.
UNWIND $rows AS row
MATCH (assessment:Assessment {id: row.assessment})
MATCH (employer:Organization {id: row.employer})
MERGE (assessment)-[:BROUGHT_BY]->(employer)
