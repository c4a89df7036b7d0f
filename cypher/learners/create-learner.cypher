// Write a learner whom an organisation registers, with name and e-mail sealed under a key of their own.
MATCH (organization:Organization {id: $organizationId})
CREATE (organization)-[:REGISTERED]->(learner:Learner {
  id: $id, tieBreak: $tieBreak, createdAt: $now, sealedProfile: $sealedProfile, emailIndex: $emailIndex, region: $region, language: $language
})-[:PROTECTED_BY]->(:PersonKey {id: $key.id, wrapped: $key.wrapped, kek: $key.kek})
RETURN learner.id AS id
