// Writes learners with the key that protects what is sealed about them.
UNWIND $rows AS row
MATCH (school:Organization {id: row.registeredBy})
CREATE (school)-[:REGISTERED]->(:Learner {
  id: row.id,
  tieBreak: row.tieBreak,
  createdAt: row.createdAt,
  sealedProfile: row.sealedProfile,
  emailIndex: row.emailIndex,
  region: row.region,
  language: row.language
})-[:PROTECTED_BY]->(:PersonKey {id: row.keyId, wrapped: row.wrapped, kek: row.kek})
