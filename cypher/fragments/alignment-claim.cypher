// What is claimed by an alignment, by whom, and what a review made of it.
outcomeId: outcome.id, level: aligned.level, relation: aligned.relation, source: aligned.source, confidence: aligned.confidence, reason: aligned.reason,
author: aligned.author, createdAt: aligned.createdAt, reviewState: aligned.reviewState, reviewer: aligned.reviewer,
reviewerOrganizationId: aligned.reviewerOrganizationId, reviewedAt: aligned.reviewedAt, reviewNote: aligned.reviewNote,
