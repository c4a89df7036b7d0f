import { enumOf } from '../../platform/graphql/enum.ts';
import type { ConceptSort } from './taxonomy.questions.ts';
import type {
  MappingRelation,
  NeedRelation,
  ReuseLevel,
  ReviewState,
  SkillType,
} from './taxonomy.records.ts';

export const SkillTypeEnum = enumOf<SkillType>('SkillType', 'What a skill is (ESCO `skillType`).', {
  SKILL: 'Something one can do (ESCO: skill/competence).',
  KNOWLEDGE: 'Something one knows.',
});

export const ReuseLevelEnum = enumOf<ReuseLevel>(
  'ReuseLevel',
  'How widely a skill is of use (ESCO `reuseLevel`).',
  {
    TRANSVERSAL: 'In nearly every occupation.',
    CROSS_SECTOR: 'In several sectors.',
    SECTOR_SPECIFIC: 'In one sector, across occupations.',
    OCCUPATION_SPECIFIC: 'In one occupation or few.',
  },
);

export const NeedRelationEnum = enumOf<NeedRelation>('NeedRelation', 'How a skill is needed.', {
  ESSENTIAL: 'Usually needed, wherever one works (ESCO).',
  OPTIONAL: 'May be needed, depending on employer or country (ESCO).',
  RATED: 'Rated by importance and level (O*NET).',
  LEVELLED: 'Asked for at a step of the framework’s own scale (role frameworks).',
});

export const MappingRelationEnum = enumOf<MappingRelation>(
  'MappingRelation',
  'How one concept stands to another (SKOS mapping relations).',
  {
    EXACT: 'They mean the same.',
    CLOSE: 'They mean nearly the same.',
    NARROW: 'It is narrower than the other.',
    BROAD: 'It is broader than the other.',
    RELATED: 'They have to do with each other.',
  },
);

export const ReviewStateEnum = enumOf<ReviewState>('MappingReviewState', 'What became of a claim.', {
  PROPOSED: 'Nobody has judged it yet.',
  REVIEWED: 'Accepted.',
  REJECTED: 'Found to be wrong.',
});

export const ConceptSortEnum = enumOf<ConceptSort>('ConceptSort', 'In which order concepts are listed.', {
  LABEL: 'By label in the language asked for, A to Z (by code point).',
  LABEL_DESCENDING: 'By label in the language asked for, Z to A (by code point).',
  CODE: 'By code, those without a code first.',
});
