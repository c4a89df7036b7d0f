// The credentials from elsewhere that this learner brought, their portfolios, and what they asked to have confirmed.
MATCH (learner:Learner {id: $learnerId})
RETURN
  COLLECT {
    MATCH (learner)-[:BROUGHT]->(foreign:ForeignCredential)
    RETURN foreign {
      .id, .format, .digest, .standing, .broughtAt, .checkedAt, .validUntil, .sealedDocument, .sealedReport,
      skillUris: COLLECT { MATCH (foreign)-[:CLAIMS]->(skill:Skill) RETURN skill.uri ORDER BY skill.uri }
    } ORDER BY foreign.broughtAt, foreign.id
  } AS foreignCredentials,
  COLLECT {
    MATCH (learner)-[:KEEPS]->(portfolio:Portfolio)
    RETURN portfolio {
      .id, .createdAt, .updatedAt, .sealedContent,
      shares: COLLECT {
        MATCH (portfolio)-[:SHARED_BY]->(share:ShareLink)
        RETURN share {.id, .createdAt, .expiresAt, .sealedAudience} ORDER BY share.id
      }
    } ORDER BY portfolio.createdAt, portfolio.id
  } AS portfolios,
  COLLECT {
    MATCH (learner)-[:ASKED_TO_CONFIRM]->(validation:Validation)-[:ADDRESSED_TO]->(organization:Organization)
    RETURN validation {
      .id, .askedAt, .answeredAt, .confirmed, .sealedClaim, .sealedAnswer,
      organizationId: organization.id, organizationName: organization.name
    } ORDER BY validation.askedAt, validation.id
  } AS validations
