import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { Policy, PUBLIC } from '../../identity/policy/policy.ts';
import type { DiscoverabilityChange } from './discoverability.ts';
import type { Severity } from './rule.ts';

export const LintSeverityEnum = enumOf<Severity>(
  'LintSeverity',
  'How much a finding of the linter matters.',
  {
    ERROR: 'It cannot be published so.',
    WARNING: 'A weakness that readers will notice.',
    ADVICE: 'It would be better otherwise.',
  },
);

export const DiscoverabilityChangeEnum = enumOf<DiscoverabilityChange>(
  'DiscoverabilityChange',
  'What could be given in the alignments of a badge so that more roles find it.',
  {
    LEVEL: 'A level, where an alignment states none; that of the learning units is taken, else any.',
    RELATION: 'EXACT in place of CLOSE, where the outcome deserves it.',
    SUCCESSOR: 'The skill that took the place of one that has ended.',
    COUNTERPART: 'The skill of another framework that is mapped to the one shown, closely or without review.',
  },
);

@Policy(PUBLIC)
@ObjectType('LintFinding', { description: 'Something that could be better, where, and how to mend it.' })
export class LintFindingType {
  @Field(() => String, { description: 'Id of the rule, such as `vague-verb`.' })
  rule: string;

  @Field(() => LintSeverityEnum, { description: 'How much it matters.' })
  severity: Severity;

  @Field(() => String, { description: 'The part of the score it counts for, such as `OUTCOMES`.' })
  part: string;

  @Field(() => String, {
    description:
      'Where, as a path from the badge version or role profile: `outcomes[0].statement`. Lists are in the order of ids, or of skill URIs.',
  })
  place: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the outcome, assessment, learning unit or organisation, or URI of the skill, that is there; null: the version or profile itself.',
  })
  subjectId: string | null;

  @Field(() => String, { description: 'What was found there.' })
  message: string;

  @Field(() => String, { description: 'Why it matters.' })
  why: string;

  @Field(() => String, { description: 'How to mend it.' })
  mend: string;

  @Field(() => String, { description: 'An example of how it would be right.' })
  example: string;

  @Field(() => String, { description: 'The standard or practice the rule comes from.' })
  source: string;
}

export const LintFindingConnection = connectionOf(() => LintFindingType, 'LintFinding');

@Policy(PUBLIC)
@ObjectType('LintScorePart', { description: 'The score for the rules of one part.' })
export class LintScorePartType {
  @Field(() => String, { description: 'Name of the part, such as `ASSESSMENT`.' })
  part: string;

  @Field(() => Int, { description: '0 to 100.' })
  score: number;

  @Field(() => Int, { description: 'How much of the whole score it makes up, in per cent, rounded.' })
  share: number;
}

@Policy(PUBLIC)
@ObjectType('LintScore', {
  description:
    'How good it is by the rules of the linter: 100 · (1 − Σ weight · failed ⁄ places ÷ Σ weight), rounded down. A rule weighs 8 (ERROR), 3 (WARNING) or 1 (ADVICE), and fails in the share of the places it looks at where it is not kept. Mending a finding never lowers it.',
})
export class LintScoreType {
  @Field(() => Int, { description: '0 (no rule is kept anywhere) to 100 (no findings).' })
  score: number;

  @Field(() => [LintScorePartType], { description: 'The same for each group of rules.' })
  parts: LintScorePartType[];
}

@Policy(PUBLIC)
@ObjectType('LintComparison', { description: 'How a badge stands among those most like it.' })
export class LintComparisonType {
  @Field(() => Int, { description: 'With how many published badges it is compared, at most 20.' })
  similar: number;

  @Field(() => Int, {
    description: 'How many per cent of them have a lower score, those with the same counted half.',
  })
  percentile: number;

  @Field(() => Int, { description: 'The middle one of their scores.' })
  median: number;
}

@Policy(PUBLIC)
@ObjectType('DiscoverabilityAlignment', { description: 'What would be given, where.' })
export class DiscoverabilityAlignmentType {
  @Field(() => ID, { description: 'Id of the outcome.' })
  outcomeId: string;

  @Field(() => ID, { description: 'URI of the skill that role profiles ask for.' })
  skillUri: string;
}

@Policy(PUBLIC)
@ObjectType('DiscoverabilityGain', {
  description:
    'Published role profiles that a badge proves nothing for today, and would prove a skill for if something were given that its alignments lack.',
})
export class DiscoverabilityGainType {
  @Field(() => DiscoverabilityChangeEnum, { description: 'What would be given.' })
  change: DiscoverabilityChange;

  @Field(() => String, {
    description: 'The gain in a sentence: “3 more role profiles would match if the level were given.”',
  })
  sentence: string;

  @Field(() => [DiscoverabilityAlignmentType], { description: 'The alignments it is about.' })
  alignments: DiscoverabilityAlignmentType[];
}

@Policy(PUBLIC)
@ObjectType('BadgeLint', { description: 'What the linter says of a badge version.' })
export class BadgeLintType {
  @Field(() => LintScoreType, { description: 'How good it is, with its parts.' })
  score: LintScoreType;
}
