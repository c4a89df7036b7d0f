import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { Policy, PUBLIC } from '../../identity/policy/policy.ts';
import type { EndorsementSide, EndorsementState } from './endorsement.records.ts';

export const EndorsementStateEnum = enumOf<EndorsementState>(
  'EndorsementState',
  'Where an endorsement stands.',
  {
    PROPOSED: 'Given, and waiting for the issuer; only the two see it.',
    ACCEPTED: 'Accepted by the issuer, for everybody to see.',
    DECLINED: 'Declined by the issuer with a reason; only the two see it.',
    WITHDRAWN: 'Taken back by who gave it; only the two see it.',
  },
);

const EndorsementSideEnum = enumOf<EndorsementSide>(
  'EndorsementSide',
  'On which side of endorsements an organisation is.',
  {
    GIVEN: 'It endorsed badges of others, or issuers.',
    RECEIVED: 'Its badges were endorsed, or it was.',
  },
);

@Policy(PUBLIC)
@ObjectType('Endorsement', {
  description:
    'What an employer or reviewer says in favour of a version of a badge, or of an issuer (Open Badges 3.0 `EndorsementSubject`). It stays with that version when another one is published.',
})
export class EndorsementType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'What is said (`EndorsementSubject.endorsementComment`).' })
  statement: string;

  @Field(() => Date, { description: 'When it was given (UTC).' })
  at: Date;

  @Field(() => EndorsementStateEnum, { description: 'Where it stands.' })
  state: EndorsementState;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was accepted, declined or taken back (UTC); null while it waits.',
  })
  settledAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was declined or taken back; null when nothing was said.',
  })
  reason: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The same as a signed Open Badges 3.0 EndorsementCredential, byte for byte; null for one of before that nobody has accepted yet.',
  })
  document: string | null;
}

@InputType('EndorsementFilter', {
  description: 'Which endorsements a list shows; all that is given must hold.',
})
export class EndorsementFilterInput {
  @Field(() => EndorsementSideEnum, {
    nullable: true,
    description: 'Only given or only received ones; both when left out.',
  })
  side?: EndorsementSide | null;

  @Field(() => [EndorsementStateEnum], {
    nullable: true,
    description: 'Only those in one of these states; all when left out.',
  })
  states?: EndorsementState[] | null;
}

@InputType({ description: 'What an issuer answers to an endorsement.' })
export class EndorsementAnswerInput {
  @Field(() => Boolean, { description: 'true: everybody sees it from now on; false: it is declined.' })
  accept: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is declined, for the endorser to read, at most 1000 characters; needed when it is.',
  })
  reason?: string | null;
}

export const EndorsementConnection = connectionOf(() => EndorsementType, 'Endorsement');
