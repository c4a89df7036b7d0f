import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { CriterionLevelType, CriterionType } from '../catalog/assessment.type.ts';
import type { CriterionRecord, LevelRecord } from '../catalog/catalog.records.ts';
import { OWN, Policy, ROLES } from '../identity/policy/policy.ts';

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

  @Field(() => ID, { description: 'Whose work it is.' })
  learnerId: string;

  @Field(() => Date, { description: 'When it was handed in (UTC).' })
  submittedAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Where the evidence is (Open Badges 3.0 `Evidence.id`).',
  })
  evidenceUrl: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the evidence, 64 hexadecimal digits.' })
  evidenceDigest: string | null;
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
}

export const SubmissionConnection = connectionOf(() => SubmissionType, 'Submission');
export const ScoreConnection = connectionOf(() => ScoreType, 'Score');

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

  @Field(() => String, { nullable: true, description: 'http or https address of the evidence.' })
  evidenceUrl?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the evidence as 64 lower-case hexadecimal digits, so that a change shows.',
  })
  evidenceDigest?: string | null;
}

@InputType({ description: 'The level reached in one criterion.' })
export class ScoreInput {
  @Field(() => ID, { description: 'A criterion of the rubric; each exactly once.' })
  criterionId: string;

  @Field(() => ID, { description: 'One of the levels of that criterion.' })
  levelId: string;
}
