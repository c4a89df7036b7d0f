import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import type { EndorsementState } from '../../catalog/endorsements/endorsement.records.ts';
import { EndorsementStateEnum } from '../../catalog/endorsements/endorsement.type.ts';
import { OWN, Policy } from '../../identity/policy/policy.ts';
import type { EndorserCapacity } from './endorsement-credential.ts';

export const EndorserCapacityEnum = enumOf<EndorserCapacity>(
  'EndorserCapacity',
  'In what capacity somebody speaks for a credential.',
  {
    SUPERVISOR: 'As who supervised the work or the person.',
    EMPLOYER: 'As who employs, or might.',
    REVIEWER: 'As a body that reviews badges or work.',
  },
);

@Policy(OWN({ learner: 'learnerId', organization: 'endorserId', roles: ['EMPLOYER', 'EXTERNAL_REVIEWER'] }))
@ObjectType('CredentialEndorsement', {
  description:
    'What somebody who was shown a credential says in its favour (Open Badges 3.0 `EndorsementCredential`); between learner and endorser, and with the credential once the learner has accepted it.',
})
export class CredentialEndorsementType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'Id of the credential that is endorsed.' })
  credentialId: string;

  @Field(() => EndorserCapacityEnum, { description: 'In what capacity it is said.' })
  capacity: EndorserCapacity;

  @Field(() => String, { description: 'What is said (`EndorsementSubject.endorsementComment`).' })
  statement: string;

  @Field(() => Date, { description: 'When it was given (UTC).' })
  at: Date;

  @Field(() => EndorsementStateEnum, {
    description: 'Where it stands; the learner accepts or declines, the endorser takes back.',
  })
  state: EndorsementState;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was accepted, declined or taken back (UTC); null while it waits.',
  })
  settledAt: Date | null;

  @Field(() => String, {
    description: 'The signed EndorsementCredential, byte for byte; it fails once it was taken back.',
  })
  document: string;
}

export const CredentialEndorsementConnection = connectionOf(
  () => CredentialEndorsementType,
  'CredentialEndorsement',
);

@InputType({ description: 'An endorsement of a credential.' })
export class EndorseCredentialInput {
  @Field(() => ID, { description: 'Id of the credential.' })
  credentialId: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret of the link it was shown by (`?share=…`); not needed for one that everybody may see.',
  })
  share?: string | null;

  @Field(() => EndorserCapacityEnum, { description: 'In what capacity you speak.' })
  capacity: EndorserCapacity;

  @Field(() => String, { description: 'What you say in its favour, 1 to 2000 characters.' })
  statement: string;
}

@InputType('CredentialEndorsementFilter', {
  description: 'Which endorsements of credentials a list shows; all that is given must hold.',
})
export class CredentialEndorsementFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those of this credential; of all when left out.' })
  credentialId?: string | null;

  @Field(() => [EndorsementStateEnum], {
    nullable: true,
    description: 'Only those in one of these states; all when left out.',
  })
  states?: EndorsementState[] | null;
}
