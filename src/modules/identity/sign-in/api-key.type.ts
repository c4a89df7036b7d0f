import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { ADMINISTRATORS, Policy } from '../policy/policy.ts';
import type { Role, Scope } from '../viewer.ts';
import { RoleEnum } from '../viewer.type.ts';
import type { KeyState } from './api-key.rules.ts';

export const ScopeEnum = enumOf<Scope>('Scope', 'What an API key may be limited to.', {
  CATALOGUE_WRITE: 'Write units, outcomes, assessments and badges.',
  REVIEWS_READ: 'Read reviews of badges, endorsements, change proposals and feedback of learners.',
  REVIEWS_WRITE:
    'Open reviews and take part in them, endorse badges, propose changes and decide on them, close feedback.',
  LEARNERS_READ: 'Read learners, their consents and what they handed in, as far as the role goes.',
  LEARNERS_WRITE: 'Register learners and hand in work.',
  ASSESSMENTS_GRADE: 'Grade what was handed in.',
  CREDENTIALS_READ: 'Read credentials, as far as the role goes.',
  CREDENTIALS_ISSUE: 'Issue and withdraw credentials.',
  ROLES_WRITE: 'Write role profiles.',
  MATCHING_READ: 'Match candidates and roles, and plan pathways.',
});

export const ApiKeyStateEnum = enumOf<KeyState>('ApiKeyState', 'Whether an API key is taken.', {
  LIVE: 'It is taken.',
  EXPIRED: 'Its time is over.',
  REVOKED: 'It was revoked.',
});

@Policy(ADMINISTRATORS)
@ObjectType('ApiKey', {
  description:
    'A key by which a machine calls the API for an organisation. Its secret is shown once and kept nowhere.',
})
export class ApiKeyType {
  @Field(() => ID, { description: 'Identifier: the part of the key after `cg_`.' })
  id: string;

  @Field(() => String, { description: 'What it is for.' })
  name: string;

  @Field(() => RoleEnum, { description: 'The role it acts in.' })
  role: Role;

  @Field(() => [ScopeEnum], {
    description: 'What it is limited to; when there are none, it may do all its role may.',
  })
  scopes: readonly Scope[];

  @Field(() => ApiKeyStateEnum, { description: 'Whether it is taken.' })
  state: KeyState;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Who made it: `person:<id>` or `key:<id>`; null for a key of the sample world.',
  })
  createdBy: string | null;

  @Field(() => Date, { nullable: true, description: 'Until when it is taken; null for ever.' })
  expiresAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when it is revoked; null when it is not.' })
  revokedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was last used, to the minute; null when it never was.',
  })
  lastUsedAt: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The key it was made to come after; null for a first one.',
  })
  replaces: string | null;
}

export const ApiKeyConnection = connectionOf(() => ApiKeyType, 'ApiKey');

@Policy(ADMINISTRATORS)
@ObjectType('NewApiKey', { description: 'An API key that was just made, with what is shown this one time.' })
export class NewApiKeyType {
  @Field(() => ApiKeyType, { description: 'The key as it is listed.' })
  apiKey: ApiKeyType;

  @Field(() => String, {
    nullable: true,
    description:
      'The whole key, to be sent as "Authorization: Bearer cg_…". Shown now and never again; null when the same request was carried out before. A key whose secret got lost is revoked and made anew.',
  })
  secret: string | null;
}

@InputType('ApiKeyInput', { description: 'What a new API key is for, and what it may do.' })
export class ApiKeyInputType {
  @Field(() => String, { description: 'What it is for; 1 to 100 characters.' })
  name: string;

  @Field(() => RoleEnum, {
    description: 'The role it acts in: one that the organisation has by what it does, else INVALID_INPUT.',
  })
  role: Role;

  @Field(() => [ScopeEnum], {
    nullable: true,
    description: 'What it is limited to; all its role may do when left out or empty.',
  })
  scopes?: Scope[] | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'Until when it is taken: in the future, two years ahead at most; a year from now when left out.',
  })
  expiresAt?: Date | null;
}
