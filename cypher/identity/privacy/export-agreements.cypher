// Every consent this learner gave, every question who they are, and every host they let in.
MATCH (learner:Learner {id: $learnerId})
RETURN
  COLLECT {
    MATCH (learner)-[:GAVE]->(consent:Consent)-[:TO]->(organization:Organization)
    RETURN consent {
      .id, .purpose, .scopes, .credentialIds, .skillUris, .grantedAt, .expiresAt, .revokedAt, .policyVersion, .text, .textHash,
      organizationId: organization.id, organizationName: organization.name,
      campaign: head(COLLECT { MATCH (consent)-[:WITHIN]->(campaign:Campaign) RETURN campaign {.id, .name, .purposeText, .endsAt} })
    } ORDER BY consent.grantedAt, consent.id
  } AS consents,
  COLLECT {
    MATCH (learner)<-[:ABOUT]-(request:RevealRequest)<-[:ASKED]-(organization:Organization)
    RETURN request {
      .id, .requestedAt, .expiresAt, .answeredAt, .approved, .sealedMessage,
      organizationId: organization.id, organizationName: organization.name
    } ORDER BY request.requestedAt, request.id
  } AS revealRequests,
  COLLECT {
    MATCH (learner)-[:CONNECTED]->(host:ConnectedHost)
    RETURN host {.id, .name, .address, .scopes, .connectedAt} ORDER BY host.connectedAt, host.id
  } AS connectedHosts
