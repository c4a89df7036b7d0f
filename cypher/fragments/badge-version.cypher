// What a version of a badge says and where it stands, as it is read everywhere.
  .id, .number, .state, .publishedAt, .withdrawnAt, .withdrawnReason, .changeReason,
  .name, .description, .criteria, .criteriaUrl, .achievementType, .humanCode, .fieldOfStudy, .specialization, .tags, .languages,
  .creditValue, .creditSystem, .otherIdentifiers, .validMonths, .renewal, .renewalText, .identityProofing,
  .imageUrl, .imageAlt, .imageDigest,
