import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { enumOf } from '../../platform/graphql/enum.ts';
import type { ConsentPurpose, ConsentScope } from './consent.rules.ts';
import { Policy, ROLES } from './policy/policy.ts';

export const ConsentPurposeEnum = enumOf<ConsentPurpose>('ConsentPurpose', 'What an organisation may do.', {
  MATCHING: 'Compare the learner, under a pseudonym, with its role profiles.',
  REVEAL: 'Learn who the learner is.',
  EVIDENCE: 'Look at the work that credentials rest on.',
  ANALYTICS: 'Count the learner in statistics in which nobody can be recognised.',
});

export const ConsentScopeEnum = enumOf<ConsentScope>(
  'ConsentScope',
  'Which data of a learner a consent covers.',
  {
    SKILLS: 'Skills and levels that credentials show.',
    CREDENTIALS: 'Which badges were earned, and when.',
    REGION: 'Where the learner lives or looks for work.',
    PROFILE: 'Name and e-mail address.',
    EVIDENCE: 'Work handed in.',
  },
);

@Policy(ROLES('LEARNER'))
@ObjectType('Consent', { description: 'What a learner allows one organisation to do with their data.' })
export class ConsentType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ConsentPurposeEnum, { description: 'What is allowed.' })
  purpose: ConsentPurpose;

  @Field(() => [String], { description: 'Which data it covers: values of ConsentScope.' })
  scopes: string[];

  @Field(() => Date, { description: 'When it was given (UTC).' })
  grantedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it ends by itself (UTC); null: it does not.' })
  expiresAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn or replaced (UTC).' })
  revokedAt: Date | null;

  @Field(() => Boolean, { description: 'True while it holds: given, not withdrawn, not expired.' })
  active: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The words agreed to; null when they were another wording than today’s.',
  })
  text: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the words agreed to, 64 hexadecimal digits.',
  })
  textHash: string | null;
}

export const ConsentConnection = connectionOf(() => ConsentType, 'Consent');

@InputType({ description: 'A consent to give.' })
export class GrantConsentInput {
  @Field(() => ID, { description: 'To whom. Unknown: NOT_FOUND.' })
  organizationId: string;

  @Field(() => ConsentPurposeEnum, { description: 'What is allowed.' })
  purpose: ConsentPurpose;

  @Field(() => [ConsentScopeEnum], { description: 'Which data it covers; at least one.' })
  scopes: ConsentScope[];

  @Field(() => Date, {
    nullable: true,
    description: 'When it ends by itself, in the future; left out: never.',
  })
  expiresAt?: Date | null;
}
