import { Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import { ReuseLevelEnum, SkillTypeEnum } from './taxonomy.enums.ts';
import type { ConceptKind, ReuseLevel, SkillType } from './taxonomy.records.ts';

@Policy(PUBLIC)
@ObjectType('ConceptText', { description: 'What a concept is called in one language.' })
export class ConceptTextType {
  @Field(() => String, {
    description: 'The language this text is in (BCP 47): it may be another than asked for.',
  })
  language: string;

  @Field(() => String, { description: 'Preferred label.' })
  label: string;

  @Field(() => [String], { description: 'Alternative labels.' })
  alternatives: string[];

  @Field(() => [String], { description: 'Hidden labels: common misspellings and the like, for search only.' })
  hidden: string[];

  @Field(() => String, { nullable: true, description: 'Description; null where it was not imported.' })
  description: string | null;
}

@InterfaceType('Concept', {
  description: 'An entry of a framework: a skill, an occupation, or a group of either.',
  resolveType: ({ kind }: { kind: ConceptKind }) => kind,
})
export abstract class ConceptType {
  @Field(() => ID, { description: 'Official URI: permanent, also when the concept is gone.' })
  uri: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code in its framework, such as `2512.4` (ESCO) or `15-1252.00` (O*NET).',
  })
  code: string | null;
}

@Policy(PUBLIC)
@ObjectType('Skill', { implements: ConceptType, description: 'Something one can do or knows.' })
export class SkillConceptType extends ConceptType {
  @Field(() => SkillTypeEnum, { nullable: true, description: 'Skill or knowledge; null when not stated.' })
  skillType: SkillType | null;

  @Field(() => ReuseLevelEnum, {
    nullable: true,
    description: 'How widely it is of use; null when not stated.',
  })
  reuseLevel: ReuseLevel | null;
}

@Policy(PUBLIC)
@ObjectType('SkillGroup', { implements: ConceptType, description: 'A group of skills.' })
export class SkillGroupType extends ConceptType {}

@Policy(PUBLIC)
@ObjectType('Occupation', { implements: ConceptType, description: 'A kind of job.' })
export class OccupationType extends ConceptType {
  @Field(() => Int, {
    nullable: true,
    description:
      'How much preparation it takes: O*NET job zone, 1 (little) to 5 (extensive); null elsewhere.',
  })
  jobZone: number | null;
}

@Policy(PUBLIC)
@ObjectType('OccupationGroup', {
  implements: ConceptType,
  description: 'A group of occupations, such as one of ISCO-08.',
})
export class OccupationGroupType extends ConceptType {}

@Policy(PUBLIC)
@ObjectType('HierarchyPath', {
  description:
    'One way from the top of a hierarchy down to a concept. A concept may hang under several parents.',
})
export class HierarchyPathType {
  uris: string[];
  asOf: number;
}

export const ConceptConnection = connectionOf(() => ConceptType as never, 'Concept');
export const SkillConnection = connectionOf(() => SkillConceptType, 'Skill');
export const OccupationConnection = connectionOf(() => OccupationType, 'Occupation');
export const ConceptTextConnection = connectionOf(() => ConceptTextType, 'ConceptText');
export const HierarchyPathConnection = connectionOf(() => HierarchyPathType, 'HierarchyPath');
