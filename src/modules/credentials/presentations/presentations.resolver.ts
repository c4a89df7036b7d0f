import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { PresentationReportType, PresentationRequestType } from './presentation.type.ts';
import { VERIFIERS } from './presentations.service.ts';

const BY = `For ${VERIFIERS.join(', ')}. Errors: UNAUTHENTICATED, FORBIDDEN`;

@Resolver()
export class PresentationsResolver {
  @Policy(ROLES(...VERIFIERS))
  @Mutation(() => PresentationRequestType, {
    description: `Makes a challenge for somebody's wallet to sign, so that they prove a credential is theirs. ${BY}, INVALID_INPUT.`,
  })
  requestPresentation(
    @Arg('domain', () => String, {
      nullable: true,
      description:
        'The host, in lower case and perhaps with a port, where the holder is asked; that of this service unless given. Wallets show it.',
    })
    domain: string | undefined,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { presentations }: Context,
  ) {
    return presentations.ask(domain, idempotencyKey);
  }

  @Policy(ROLES(...VERIFIERS))
  @Mutation(() => PresentationReportType, {
    description: `Verifies what a wallet presents for a challenge. The challenge is used up whatever comes of it; of many answers at once, one is looked at. ${BY}, NOT_FOUND (a challenge this organisation did not make), CONFLICT (\`CHALLENGE_USED\`, \`CHALLENGE_EXPIRED\`).`,
  })
  verifyPresentation(
    @Arg('presentation', () => String, {
      description:
        'The presentation as it was received: JSON (at most 64 KB), a compact JWT, or an SD-JWT with key binding.',
    })
    presentation: string,
    @Arg('challenge', () => String, { description: 'The challenge it answers.' }) challenge: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { presentations }: Context,
  ) {
    return presentations.verify(presentation, challenge, idempotencyKey);
  }
}
