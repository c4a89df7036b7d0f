// A learning unit as it is read, with who provides it.
unit {
  .id, .title, .summary, .description, .textLanguage, .effortMinutes, .priceCents, .currency, .mode, .languages, .level, .licence, .imageUrl, .imageAlt,
  .prerequisites, .accessModes, .accessibilityFeatures, .accessibilityHazards, .accessibilityControls, .accessibilitySummary, providerId: provider.id
} AS unit
