// An endorsement of a credential as its learner or its endorser reads it, with the key that opens it.
RETURN endorsement {
    .id, .at, .state, .settledAt, .capacity, .sealedStatement, .sealedDocument,
    endorserId: endorser.id, learnerId: learner.id, credentialId: credential.id
  } AS endorsement, key {.id, .wrapped} AS key
