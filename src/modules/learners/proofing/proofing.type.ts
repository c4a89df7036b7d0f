import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { IdentityLevelEnum } from '../../catalog/badges/badge.enums.ts';
import type { IdentityLevel } from '../../catalog/badges/badge-version.fields.ts';
import { OWN, Policy } from '../../identity/policy/policy.ts';
import type { ProofingMethod } from './proofing.rules.ts';

export const ProofingMethodEnum = enumOf<ProofingMethod>(
  'ProofingMethod',
  'How it was made sure who somebody is.',
  {
    ACCOUNT: 'By an account they sign in to.',
    DOCUMENT: 'By a copy of an identity document.',
    EID: 'By an electronic identity.',
    VIDEO: 'By an identity document shown in a video call.',
    IN_PERSON: 'By an identity document shown face to face.',
  },
);

@Policy(
  OWN({ learner: 'learnerId', organization: 'organizationId', roles: ['ISSUER_ADMIN', 'ISSUER_STAFF'] }),
)
@ObjectType('IdentityProofing', {
  description:
    'That an organisation made sure who a learner is, how, and how surely. No copy of a document is kept.',
})
export class IdentityProofingType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'Who.' })
  learnerId: string;

  @Field(() => ProofingMethodEnum, { description: 'How.' })
  method: ProofingMethod;

  @Field(() => IdentityLevelEnum, { description: 'How surely.' })
  level: IdentityLevel;

  @Field(() => String, { description: 'Which office or service did it.' })
  verifier: string;

  @Field(() => Date, { description: 'When it was done (UTC).' })
  provedAt: Date;

  @Field(() => Date, { description: 'When it was recorded (UTC).' })
  recordedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was withdrawn (UTC), because it was wrong; null: it counts.',
  })
  withdrawnAt: Date | null;
}

export const IdentityProofingConnection = connectionOf(() => IdentityProofingType, 'IdentityProofing');

@InputType({ description: 'How it was made sure who a learner is.' })
export class IdentityProofingInput {
  @Field(() => ProofingMethodEnum, { description: 'How.' })
  method: ProofingMethod;

  @Field(() => IdentityLevelEnum, { description: 'How surely.' })
  level: IdentityLevel;

  @Field(() => String, {
    description: 'Which office or service did it, 1 to 200 characters; no name of a person.',
  })
  verifier: string;

  @Field(() => Date, { description: 'When it was done (UTC), not in the future.' })
  provedAt: Date;
}
