import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { RequiredIdempotencyKey } from '../../identity/idempotency-key.ts';
import { OrganizationType } from '../../identity/organization.type.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import type { Credential } from '../credential.ts';
import { CredentialType } from '../credential.type.ts';
import {
  CredentialEndorsementConnection,
  CredentialEndorsementFilterInput,
  CredentialEndorsementType,
  EndorseCredentialInput,
} from './credential-endorsement.type.ts';
import type { CredentialEndorsement } from './credential-endorsements.service.ts';

const ERRORS = 'Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT, NOT_FOUND';
const Id = () => Arg('id', () => ID, { description: 'Id of the endorsement.' });

@Resolver(() => CredentialEndorsementType)
export class CredentialEndorsementsResolver {
  @Policy(ROLES('LEARNER', 'EMPLOYER', 'EXTERNAL_REVIEWER'))
  @Query(() => CredentialEndorsementConnection, {
    description:
      'Endorsements of credentials, newest first: a learner sees those of their own, an organisation those it gave. Needs one of these roles (else UNAUTHENTICATED or FORBIDDEN).',
  })
  credentialEndorsements(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => CredentialEndorsementFilterInput, {
      nullable: true,
      description: 'Which to show; all when left out.',
    })
    filter: CredentialEndorsementFilterInput | undefined,
    @Ctx() { credentialEndorsements }: Context,
  ) {
    return credentialEndorsements.list(page, filter ?? {});
  }

  @Policy(ROLES('EMPLOYER', 'EXTERNAL_REVIEWER'))
  @Mutation(() => CredentialEndorsementType, {
    description: `Endorses a credential you were shown, as your organisation, which signs it; only its learner sees it until they accept. For EMPLOYER and EXTERNAL_REVIEWER. ${ERRORS} (a credential that is not public and not shown by this link), CONFLICT (\`OWN_CREDENTIAL\`, \`NOT_ACTIVE\`, \`ALREADY_ENDORSED\`).`,
  })
  endorseCredential(
    @Arg('input', () => EndorseCredentialInput, { description: 'What you say, of which credential.' })
    input: EndorseCredentialInput,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { credentialEndorsements }: Context,
  ) {
    return credentialEndorsements.endorse(input, idempotencyKey);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => CredentialEndorsementType, {
    description: `Accepts an endorsement of a credential of yours, or declines it. Accepted, it goes with the credential (\`Credential.endorsedDocument\`). For LEARNER. ${ERRORS}, CONFLICT (\`ALREADY_SETTLED\`).`,
  })
  answerCredentialEndorsement(
    @Id() id: string,
    @Arg('accept', () => Boolean, {
      description: 'true: it goes with the credential; false: it is declined.',
    })
    accept: boolean,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { credentialEndorsements }: Context,
  ) {
    return credentialEndorsements.answer(id, accept, idempotencyKey);
  }

  @Policy(ROLES('EMPLOYER', 'EXTERNAL_REVIEWER'))
  @Mutation(() => CredentialEndorsementType, {
    description: `Takes back an endorsement of a credential your organisation gave: its signed document fails from then on. For EMPLOYER and EXTERNAL_REVIEWER. ${ERRORS}, CONFLICT (\`ALREADY_SETTLED\`: declined or taken back before).`,
  })
  withdrawCredentialEndorsement(
    @Id() id: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { credentialEndorsements }: Context,
  ) {
    return credentialEndorsements.withdraw(id, idempotencyKey);
  }

  @FieldResolver(() => OrganizationType, { description: 'Who endorses.' })
  endorser(@Root() { endorserId }: CredentialEndorsement, @Ctx() { organizations }: Context) {
    return organizations.organization(endorserId);
  }
}

@Resolver(() => CredentialType)
export class EndorsedCredentialResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The credential with the accepted endorsements of it, of its badge and of its issuer embedded in `endorsement` (Open Badges 3.0), at most ten of each, signed now by its issuer; null when nobody endorses any of them, and to anybody but the learner.',
  })
  endorsedDocument(
    @Root() credential: Credential,
    @Ctx() { credentialEndorsements }: Context,
  ): Promise<string | null> {
    return credentialEndorsements.endorsed(credential);
  }
}
