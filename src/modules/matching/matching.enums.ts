import { registerEnumType } from 'type-graphql';
import { LEVEL_BANDS } from './engine/explain.ts';
import { ELIGIBILITIES } from './engine/model.ts';

const enumOf = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const EligibilityEnum = enumOf(ELIGIBILITIES);
registerEnumType(EligibilityEnum, {
  name: 'MatchEligibility',
  description: 'Whether somebody meets what a role insists on, from best to worst.',
  valuesConfig: {
    ELIGIBLE: { description: 'Every MUST requirement is met by valid proof at the level asked.' },
    NEAR: { description: 'At most two MUST requirements are short.' },
    UNKNOWN: {
      description:
        'More are short, but only because of proof whose status or level is not known; never counted as yes.',
    },
    NOT: { description: 'More than two MUST requirements are short.' },
  },
});

export const RequirementStatusEnum = enumOf(['MET', 'PARTIAL', 'MISSING', 'EXPIRED'] as const);
registerEnumType(RequirementStatusEnum, {
  name: 'RequirementStatus',
  description: 'How one requirement is answered.',
  valuesConfig: {
    MET: { description: 'Valid proof at the level asked.' },
    PARTIAL: { description: 'Valid proof that counts in part: below the level asked, or old.' },
    MISSING: {
      description:
        'No proof that counts. Credentials that were revoked or suspended are as if they were not there.',
    },
    EXPIRED: {
      description: 'There was proof, but it has expired or is older than the role allows. It counts nothing.',
    },
  },
});

export const NecessityEnum = enumOf(['MUST', 'NICE'] as const);
registerEnumType(NecessityEnum, {
  name: 'MatchNecessity',
  description: 'Whether a role insists on a requirement.',
  valuesConfig: {
    MUST: { description: 'Without it a candidate is not eligible.' },
    NICE: { description: 'Adds to the fit only.' },
  },
});

export const LevelBandEnum = enumOf(LEVEL_BANDS);
registerEnumType(LevelBandEnum, {
  name: 'LevelBand',
  description: 'A level in four bands, which is what an employer sees of a candidate.',
  valuesConfig: {
    AWARENESS: { description: 'EQF steps 1 and 2.' },
    WORKING: { description: 'EQF steps 3 and 4.' },
    PRACTITIONER: { description: 'EQF steps 5 and 6.' },
    EXPERT: { description: 'EQF steps 7 and 8.' },
  },
});

export const SkillRelationEnum = enumOf(['SAME', 'EXACT'] as const);
registerEnumType(SkillRelationEnum, {
  name: 'SkillRelation',
  description:
    'How the skill proven relates to the skill asked. Only these two count today; close, narrower and related skills do not.',
  valuesConfig: {
    SAME: { description: 'It is the very skill.' },
    EXACT: { description: 'A reviewed mapping of the taxonomies calls the two exactly equal.' },
  },
});
