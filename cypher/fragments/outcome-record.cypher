// An outcome as it is read, with its owner and its alignments.
outcome {
  .id, .statement, .verb, .object, .bloom, .conditions, .tools, .constraints, .successCriteria, .textLanguage, ownerId: owner.id, alignments: alignments
} AS outcome
