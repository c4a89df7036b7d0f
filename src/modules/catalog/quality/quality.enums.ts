import { enumOf } from '../../../platform/graphql/enum.ts';
import type { PlaceKind } from './place.ts';
import type { ProposalSource, ProposalState } from './proposals/proposal.rules.ts';
import type { WordChange } from './proposals/word-diff.ts';
import type {
  Decision,
  ReviewAspect,
  ReviewRole,
  ReviewState,
  Severity,
  Standing,
} from './reviews/review.rules.ts';

export const ReviewRoleEnum = enumOf<ReviewRole>(
  'ReviewRole',
  'In which capacity somebody takes part in a review.',
  {
    ISSUER_STAFF: 'For the issuer: its staff or admins.',
    ASSESSOR: 'For the issuer: somebody who grades for it.',
    EXTERNAL_REVIEWER: 'From another organisation, which reviews.',
    EMPLOYER: 'From another organisation, which employs.',
    LEARNER: 'Somebody who holds the badge.',
  },
);

export const ReviewAspectEnum = enumOf<ReviewAspect>('ReviewAspect', 'What a review looks at.', {
  OUTCOMES: 'What it certifies, and the skills that is aligned to.',
  ASSESSMENTS: 'Tasks and rubrics.',
  METADATA: 'What the badge says of itself: name, description, criteria, expiry, image.',
  EVIDENCE: 'Work that was handed in, a sample of it.',
});

export const SeverityEnum = enumOf<Severity>('FindingSeverity', 'How much a finding matters.', {
  NOTE: 'Worth knowing; nothing has to follow.',
  MINOR: 'Should be mended with the next version.',
  MAJOR: 'Stands in the way of an approval without conditions.',
  BLOCKING: 'Stands in the way of any approval.',
});

export const DecisionEnum = enumOf<Decision>('ReviewDecision', 'What a review decided about a badge.', {
  APPROVE: 'It stays as it is.',
  APPROVE_WITH_CONDITIONS: 'It stays, if what was found is settled by a day.',
  CHANGE_NEEDED: 'It needs a new version by a day.',
  WITHDRAW: 'It should not be awarded any more.',
});

export const ReviewStateEnum = enumOf<ReviewState>('ReviewState', 'Whether a review goes on.', {
  OPEN: 'Somebody can still take part.',
  CLOSED: 'Decided.',
});

export const StandingEnum = enumOf<Standing>('BadgeReviewState', 'Where a badge stands with its reviews.', {
  NO_POLICY: 'Its issuer promised no reviews.',
  NOT_REVIEWED: 'Not reviewed yet, and not due.',
  APPROVED: 'The last review approved it.',
  APPROVED_WITH_CONDITIONS: 'The last review approved it with conditions.',
  CHANGE_NEEDED: 'The last review asks for a new version.',
  WITHDRAWAL_ADVISED: 'The last review says that it should not be awarded any more.',
  OVERDUE: 'It should have been reviewed, or mended, by now and was not.',
});

export const PlaceKindEnum = enumOf<PlaceKind>('PlaceKind', 'What of a badge words are about.', {
  VERSION: 'The badge version itself.',
  OUTCOME: 'An outcome it certifies.',
  ASSESSMENT: 'An assessment it is awarded for.',
  CRITERION: 'A criterion of one of these assessments’ rubrics.',
  EVIDENCE: 'A piece of sampled work, by its code.',
});

export const ProposalSourceEnum = enumOf<ProposalSource>(
  'ProposalSource',
  'Where a change proposal comes from.',
  {
    REVIEWER: 'An organisation that reviews.',
    EMPLOYER: 'An employer.',
    ADVISORY_BOARD: 'An advisory board; somebody proposed it for them.',
    ISSUER: 'The issuer’s own people.',
  },
);

export const ProposalStateEnum = enumOf<ProposalState>('ProposalState', 'Where a change proposal stands.', {
  OPEN: 'Not decided on yet.',
  ACCEPTED: 'It is carried out, or will be.',
  DECLINED: 'It will not be carried out.',
});

export const WordChangeEnum = enumOf<WordChange>('WordChange', 'What becomes of words.', {
  KEPT: 'They stay.',
  REMOVED: 'They go.',
  ADDED: 'They come.',
});
