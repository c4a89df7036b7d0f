import { enumOf } from '../../../platform/graphql/enum.ts';
import type { ReviewState } from '../../taxonomy/taxonomy.records.ts';
import type { AlignmentSource, BloomLevel } from '../catalog.records.ts';

export const BloomLevelEnum = enumOf<BloomLevel>(
  'BloomLevel',
  'The kind of thinking a verb stands for, the simplest first: Bloom’s taxonomy as revised by Anderson and Krathwohl (2001).',
  {
    REMEMBER: 'Recall or recognise: list, name, identify.',
    UNDERSTAND: 'Make sense of: explain, summarise, compare.',
    APPLY: 'Carry out in a situation: configure, calculate, operate.',
    ANALYSE: 'Take apart and relate: diagnose, test, organise.',
    EVALUATE: 'Judge against criteria: review, justify, prioritise.',
    CREATE: 'Make something new: design, build, plan.',
  },
);

export const AlignmentSourceEnum = enumOf<AlignmentSource>(
  'AlignmentSource',
  'Where a claim of alignment comes from.',
  {
    STATED: 'Its author’s own judgement.',
    SUGGESTED: 'A suggestion of the taxonomy search that somebody accepted.',
    MAPPED: 'A mapping between frameworks.',
    IMPORTED: 'A document that was imported.',
  },
);

export const AlignmentReviewStateEnum = enumOf<ReviewState>(
  'AlignmentReviewState',
  'What a second person made of a claim of alignment.',
  {
    PROPOSED: 'Claimed by its author; nobody else has judged it yet.',
    REVIEWED: 'Approved by somebody else.',
    REJECTED: 'Found to be wrong by somebody else; it no longer counts.',
  },
);
