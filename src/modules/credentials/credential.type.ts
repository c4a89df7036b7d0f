import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { OWN, Policy } from '../identity/policy/policy.ts';
import {
  CREDENTIAL_STATUSES,
  CREDENTIAL_VIAS,
  type CredentialStatus,
  type CredentialVia,
  type StatusAudience,
} from './credential.ts';
import { StatusAudienceEnum } from './status/status.enums.ts';

export const CredentialStatusEnum = Object.fromEntries(CREDENTIAL_STATUSES.map((name) => [name, name]));
registerEnumType(CredentialStatusEnum, {
  name: 'CredentialStatus',
  description:
    'What the issuer says of a credential now. Whether it has expired is a matter of `validUntil`.',
  valuesConfig: {
    ACTIVE: { description: 'It stands.' },
    SUSPENDED: { description: 'It does not count for the time being.' },
    REVOKED: { description: 'It was withdrawn for good.' },
  },
});

export const CredentialViaEnum = Object.fromEntries(CREDENTIAL_VIAS.map((name) => [name, name]));
registerEnumType(CredentialViaEnum, {
  name: 'CredentialVia',
  description: 'How a credential was earned.',
  valuesConfig: {
    ASSESSED: { description: 'By work that was assessed against a rubric.' },
    STACKED: { description: 'By holding all badges of a stacked credential.' },
    DIRECT: {
      description:
        'By decision of its issuer, without work that was assessed here: it proves skills, but not where a role asks for assessed evidence.',
    },
  },
});

@Policy(OWN({ learner: 'learnerId', organization: 'issuerId', roles: ['ISSUER_STAFF', 'ISSUER_ADMIN'] }))
@ObjectType('Credential', {
  description:
    'A badge issued to a learner: an Open Badges 3.0 AchievementCredential (1EdTech), signed by its issuer.',
})
export class CredentialType {
  @Field(() => ID, { description: 'The id within this service.' })
  id: string;

  @Field(() => ID, { description: 'The learner it was issued to.' })
  learnerId: string;

  @Field(() => String, { description: 'The name of the badge.' })
  name: string;

  @Field(() => CredentialStatusEnum, { description: 'What the issuer says of it now.' })
  status: CredentialStatus;

  @Field(() => Date, { description: 'Since when it has that status.' })
  statusChangedAt: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was suspended, reinstated or revoked, in the words of the issuer; null when it never was, and for the learner where only the issuer may know.',
  })
  statusReason: string | null;

  @Field(() => StatusAudienceEnum, {
    nullable: true,
    description: 'Who may know why; null when its status never changed.',
  })
  statusAudience: StatusAudience | null;

  @Field(() => Date, { description: 'When it was awarded.' })
  awardedAt: Date;

  @Field(() => Date, { description: 'Valid from this instant on.' })
  validFrom: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Valid before this instant; null when it does not expire.',
  })
  validUntil: Date | null;

  @Field(() => CredentialViaEnum, { description: 'How it was earned.' })
  via: CredentialVia;

  @Field(() => Date, {
    nullable: true,
    description:
      'Since when its learner shows it to everybody at its address (`url`); null when they do not.',
  })
  publicSince: Date | null;

  @Field(() => String, { description: 'SHA-256 of the signed bytes, in hex.' })
  digest: string;
}

export const CredentialConnection = connectionOf(() => CredentialType, 'Credential');
