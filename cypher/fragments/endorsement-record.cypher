// An endorsement as the services know it, from `endorser`, `endorsement`, the version it is about, if any, and `issuer`.
RETURN endorsement {
  .id, .statement, .at, .state, .settledAt, .reason, .document,
  endorserId: endorser.id, issuerId: issuer.id, versionId: version.id
} AS endorsement
