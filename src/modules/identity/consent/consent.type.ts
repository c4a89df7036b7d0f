import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { Policy, ROLES } from '../policy/policy.ts';
import type { ConsentPurpose, ConsentScope } from './consent.rules.ts';

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
    SKILLS: 'Skills that credentials prove, in bands of levels. Matching cannot do without.',
    CREDENTIALS: 'Which badges were earned, and when.',
    REGION: 'Where the learner lives or looks for work, and in which language.',
    PROFILE: 'Name and e-mail address.',
    EVIDENCE: 'Work handed in.',
  },
);

@Policy(ROLES('LEARNER'))
@ObjectType('Consent', {
  description: 'What a learner allows one organisation to do with their data, for one purpose.',
})
export class ConsentType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ConsentPurposeEnum, { description: 'What is allowed.' })
  purpose: ConsentPurpose;

  @Field(() => [String], { description: 'Which data it covers: values of ConsentScope.' })
  scopes: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'The only credentials it covers; null: all of them, those still to come, too.',
  })
  credentialIds: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'URIs of the only skills it covers; null: all of them.' })
  skillUris: string[] | null;

  @Field(() => Date, { description: 'When it was given (UTC).' })
  grantedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it ends by itself (UTC); null: it does not.' })
  expiresAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn or replaced (UTC).' })
  revokedAt: Date | null;

  @Field(() => Boolean, { description: 'True while it holds: given, not withdrawn, not expired.' })
  active: boolean;

  @Field(() => String, { nullable: true, description: 'The very words agreed to; null when none were kept.' })
  text: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the words agreed to (UTF-8), 64 hexadecimal digits.',
  })
  textHash: string | null;

  @Field(() => String, { nullable: true, description: 'Version of the wording that was agreed to.' })
  policyVersion: string | null;
}

export const ConsentConnection = connectionOf(() => ConsentType, 'Consent');

@Policy(ROLES('LEARNER'))
@ObjectType('ConsentUse', { description: 'One use of a consent, as the audit says.' })
export class ConsentUseType {
  @Field(() => ID, { description: 'Identifier of the audit event: its chain and its place there.' })
  id: string;

  @Field(() => String, { description: 'What was done: `read` for a look at data, else a mutation.' })
  action: string;

  @Field(() => ConsentPurposeEnum, { description: 'What for.' })
  purpose: ConsentPurpose;

  @Field(() => ID, { description: 'The organisation that used it.' })
  organizationId: string;

  @Field(() => Date, { description: 'When (UTC).' })
  at: Date;
}

export const ConsentUseConnection = connectionOf(() => ConsentUseType, 'ConsentUse');

@InputType({ description: 'A consent to give: to an organisation, or to one of its campaigns.' })
export class GrantConsentInput {
  @Field(() => ID, {
    nullable: true,
    description: 'To whom. Unknown: NOT_FOUND. Give this or `campaignId`, else INVALID_INPUT.',
  })
  organizationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'For which campaign: its organisation may use the data within it only, until it ends. Unknown: NOT_FOUND; ended: INVALID_INPUT (`CAMPAIGN_ENDED`).',
  })
  campaignId?: string | null;

  @Field(() => ConsentPurposeEnum, { description: 'What is allowed.' })
  purpose: ConsentPurpose;

  @Field(() => [ConsentScopeEnum], { description: 'Which data it covers; at least one.' })
  scopes: ConsentScope[];

  @Field(() => [ID], {
    nullable: true,
    description: 'Only these credentials of yours, 1 to 100; left out: all. One you do not hold: NOT_FOUND.',
  })
  credentialIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only these skills (URIs), 1 to 100; left out: all. Unknown: NOT_FOUND.',
  })
  skillUris?: string[] | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it ends by itself, in the future; left out: never, or with the campaign.',
  })
  expiresAt?: Date | null;
}

@Policy(ROLES('LEARNER'))
@ObjectType('ConsentUseSummary', { description: 'How much a consent was used.' })
export class ConsentUseSummaryType {
  @Field(() => Int, { description: 'How often it was used.' })
  total: number;

  @Field(() => Date, { nullable: true, description: 'When last (UTC); null: never.' })
  lastAt: Date | null;
}
