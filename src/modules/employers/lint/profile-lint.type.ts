import { Field, ObjectType } from 'type-graphql';
import { LintScoreType } from '../../catalog/lint/lint.type.ts';
import { Policy, PUBLIC } from '../../identity/policy/policy.ts';

@Policy(PUBLIC)
@ObjectType('RoleProfileLint', { description: 'What the linter says of a version of a role profile.' })
export class RoleProfileLintType {
  @Field(() => LintScoreType, { description: 'How good it is, with its parts.' })
  score: LintScoreType;
}
