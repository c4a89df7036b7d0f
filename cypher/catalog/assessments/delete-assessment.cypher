// Delete an assessment on which nothing stands.
MATCH (assessment:Assessment {id: $id})
DETACH DELETE assessment
