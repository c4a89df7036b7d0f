import { enumOf } from '../../platform/graphql/enum.ts';
import type {
  AlignmentRelation,
  AssessmentKind,
  IdentityCheck,
  UnitMode,
  VersionState,
} from './catalog.records.ts';
import type { BadgeSort, UnitSort } from './catalog.service.ts';

export const BadgeVersionStateEnum = enumOf<VersionState>(
  'BadgeVersionState',
  'Where a version of a badge stands.',
  {
    DRAFT: 'Being written; only the issuer sees it and it can still change.',
    PUBLISHED: 'What is awarded now; it never changes.',
    SUPERSEDED: 'A newer version has been published; what was awarded for this one stays valid.',
    WITHDRAWN: 'No longer awarded, without a successor.',
  },
);

export const AlignmentRelationEnum = enumOf<AlignmentRelation>(
  'AlignmentRelation',
  'How the skill of an outcome stands to the skill of a taxonomy (after the SKOS mapping relations).',
  {
    EXACT: 'It is that skill.',
    CLOSE: 'Nearly the same; good enough in most uses.',
    NARROW: 'It is a part or special case of that skill.',
    BROAD: 'It covers more than that skill.',
    RELATED: 'It has to do with that skill without being it.',
  },
);

export const LearningUnitModeEnum = enumOf<UnitMode>('LearningUnitMode', 'How a learning unit is taught.', {
  ASYNCHRONOUS: 'Online, whenever the learner likes.',
  LIVE: 'At set times with others, online or in a room.',
  BLENDED: 'Partly at set times, partly on one’s own.',
  WORKPLACE: 'On the job.',
});

export const AssessmentKindEnum = enumOf<AssessmentKind>(
  'AssessmentKind',
  'What a learner does to be assessed.',
  {
    PROJECT: 'A piece of work over some time.',
    DEMONSTRATION: 'Showing it while somebody watches.',
    SIMULATION: 'A made-up situation that behaves like the real one.',
    WORKPLACE_ARTEFACT: 'Something made at work.',
    SCENARIO: 'A described situation to respond to.',
    PORTFOLIO: 'A collection of work, with what was learnt by it.',
    INTERVIEW: 'A conversation in which an assessor asks.',
    EXAM: 'A written examination.',
    QUIZ: 'Questions with right and wrong answers.',
  },
);

export const IdentityCheckEnum = enumOf<IdentityCheck>(
  'IdentityCheck',
  'How it is made sure who it is that shows something; each is stronger than the one before.',
  {
    NONE: 'Not at all.',
    ACCOUNT: 'By signing in to an account of their own.',
    DOCUMENT: 'By an identity document or an electronic identity.',
    IN_PERSON: 'By a document shown to somebody face to face.',
  },
);

export const BadgeSortEnum = enumOf<BadgeSort>('BadgeSort', 'The order of a list of badges.', {
  NAME: 'By name, then id.',
  NEWEST: 'Last published first, then id; badges that were never published are left out.',
});

export const LearningUnitSortEnum = enumOf<UnitSort>(
  'LearningUnitSort',
  'The order of a list of learning units.',
  {
    TITLE: 'By title, then id.',
    EFFORT: 'Shortest first, then id.',
  },
);
