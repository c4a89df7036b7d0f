import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { enumOf } from '../../platform/graphql/enum.ts';
import { CriterionLevelType, CriterionType } from '../catalog/assessment.type.ts';
import type { CriterionRecord, LevelRecord } from '../catalog/catalog.records.ts';
import { OWN, Policy, ROLES } from '../identity/policy/policy.ts';
import type { SubmissionState } from './submissions.service.ts';

export const SubmissionStateEnum = enumOf<SubmissionState>(
  'SubmissionState',
  'How far the grading of work is.',
  {
    WAITING: 'It waits for an assessor.',
    MODERATION: 'Its assessors differ; another one has to decide.',
    GRADED: 'There is a result.',
  },
);

@Policy(
  OWN({
    learner: 'learnerId',
    organization: 'ownerId',
    roles: ['ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR'],
  }),
)
@ObjectType('Submission', { description: 'Work that a learner handed in for an assessment.' })
export class SubmissionType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Date, { description: 'When it was handed in (UTC).' })
  submittedAt: Date;

  @Field(() => Int, {
    description: 'Which attempt at this assessment it is, from 1 on; counted anew after each pass.',
  })
  attempt: number;
}

@Policy(ROLES('LEARNER', 'ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR'))
@ObjectType('Evidence', {
  description:
    'Something that was handed in (Open Badges 3.0 `Evidence`). What is said of it is sealed with the learner’s key, and null when the learner was erased.',
})
export class EvidenceType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Where it is (`Evidence.id`).' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the file, 64 hexadecimal digits.' })
  digest: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'What it is and how it came about.' })
  narrative: string | null;

  @Field(() => String, { nullable: true, description: 'What kind of thing it is, such as “report”.' })
  genre: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Who made it, and who made which part. Null for an assessor who must not know whose work it is.',
  })
  attribution: string | null;

  @Field(() => String, { nullable: true, description: 'For whom it was made.' })
  audience: string | null;
}

@Policy(ROLES('LEARNER', 'ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR'))
@ObjectType('Score', { description: 'The level reached in one criterion.' })
export class ScoreType {
  @Field(() => CriterionType, { description: 'What was looked at.' })
  criterion: CriterionRecord;

  @Field(() => CriterionLevelType, { description: 'How well it was met.' })
  level: LevelRecord;
}

@Policy(ROLES('LEARNER', 'ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR'))
@ObjectType('Result', {
  description: 'How work was graded. A result never changes (Open Badges 3.0 `Result`).',
})
export class ResultType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Date, { description: 'When it was graded (UTC).' })
  achievedAt: Date;

  @Field(() => Boolean, { description: 'True when every criterion reached its threshold.' })
  passed: boolean;

  @Field(() => Int, { description: 'Sum of the points of the levels reached.' })
  points: number;

  @Field(() => Boolean, { description: 'True when assessors differed and another one decided.' })
  moderated: boolean;
}

@Policy(ROLES('LEARNER', 'ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR'))
@ObjectType('Marking', {
  description: 'What one assessor gave a piece of work, not knowing what others gave.',
})
export class MarkingType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Date, { description: 'When it was marked (UTC).' })
  at: Date;

  @Field(() => Boolean, { description: 'True when every criterion reached its threshold.' })
  passed: boolean;

  @Field(() => Int, { description: 'Sum of the points of the levels given.' })
  points: number;

  @Policy(ROLES('ISSUER_ADMIN'))
  @Field(() => String, {
    description: 'Who marked it, as audit events name them (`key:…`, `person:…`). For ISSUER_ADMIN.',
  })
  assessor: string;
}

export const SubmissionConnection = connectionOf(() => SubmissionType, 'Submission');
export const EvidenceConnection = connectionOf(() => EvidenceType, 'Evidence');
export const MarkingConnection = connectionOf(() => MarkingType, 'Marking');
export const ScoreConnection = connectionOf(() => ScoreType, 'Score');

@InputType({ description: 'A piece of evidence: where it is, or what it is, or both.' })
export class EvidenceInput {
  @Field(() => String, { nullable: true, description: 'http or https address.' })
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the file as 64 lower-case hexadecimal digits, so that a change shows.',
  })
  digest?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, at most 200 characters.' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is and how it came about, at most 5000 characters.',
  })
  narrative?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What kind of thing it is, such as “report”, at most 100 characters.',
  })
  genre?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who made it, and who made which part, at most 500 characters.',
  })
  attribution?: string | null;

  @Field(() => String, { nullable: true, description: 'For whom it was made, at most 500 characters.' })
  audience?: string | null;
}

@InputType({ description: 'Work to hand in: a narrative, evidence, or both.' })
export class SubmitWorkInput {
  @Field(() => ID, { description: 'The assessment it answers.' })
  assessmentId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Whose work it is. Needed when issuer staff hand it in; a learner leaves it out.',
  })
  learnerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was done and how, at most 10000 characters. Stored sealed with the learner’s key.',
  })
  narrative?: string | null;

  @Field(() => [EvidenceInput], { nullable: true, description: 'What shows it: at most 20 pieces.' })
  evidence?: EvidenceInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What was changed since an attempt that did not pass, at most 2000 characters, sealed. Needed where the assessment says `retakeChange`.',
  })
  changed?: string | null;
}

@InputType({ description: 'The level reached in one criterion.' })
export class ScoreInput {
  @Field(() => ID, { description: 'A criterion of the rubric; each exactly once.' })
  criterionId: string;

  @Field(() => ID, { description: 'One of the levels of that criterion.' })
  levelId: string;
}
