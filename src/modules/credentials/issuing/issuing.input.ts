import { Field, ID, InputType } from 'type-graphql';

/** What an award by decision says besides the badge. */
@InputType()
export abstract class DirectAwardFields {
  @Field(() => ID, {
    nullable: true,
    description:
      'A learner your organisation registered, enrolled, assessed or issued to (else NOT_FOUND; CONFLICT, `RECIPIENT_ERASED`, when they were erased).',
  })
  learnerId?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The e-mail address of somebody who may not be a learner yet. The document holds only a salted hash of it; the address is sealed with a key of theirs.',
  })
  email?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A salted hash of their e-mail address that you made yourself (`identityHash` of an Open Badges IdentityObject: `sha256$` and 64 hexadecimal digits of SHA-256 over address and salt), so that this service never sees the address.',
  })
  identityHash?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The salt of identityHash, 8 to 100 characters. Needed with it.',
  })
  salt?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The DID of somebody who may not be a learner yet; it becomes the id of the subject.',
  })
  did?: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is awarded for, as evidence in the document: at most 4000 characters.',
  })
  narrative?: string;

  @Field(() => String, {
    nullable: true,
    description: 'An http or https address where evidence of it lies.',
  })
  evidenceUrl?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Your own name of this award, such as the number of a certificate: at most 100 characters. The same badge version goes to the same recipient once for each.',
  })
  reference?: string;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it was awarded, not in the future (else INVALID_INPUT, `FUTURE_AWARD`); now when left out.',
  })
  awardedAt?: Date;
}

@InputType({
  description:
    'An award by decision of the issuer. The recipient is named in exactly one way: learnerId, email, identityHash with salt, or did (else INVALID_INPUT, `RECIPIENT`).',
})
export class IssueDirectlyInput extends DirectAwardFields {
  @Field(() => ID, {
    description:
      'The version of the badge: published, of your organisation, and not one that stacks others (else INVALID_INPUT: `BADGE_NOT_PUBLISHED`, `BADGE_WITHDRAWN`, `BADGE_STACKS`; FORBIDDEN for that of another).',
  })
  badgeVersionId: string;
}
