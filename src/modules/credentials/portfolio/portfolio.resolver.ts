import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { IdempotencyKey, RequiredIdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { SHARE_DAYS } from '../sharing/sharing.service.ts';
import { PORTFOLIO_LIMITS } from './portfolio.rules.ts';
import {
  NewPortfolioShareType,
  PortfolioConnection,
  PortfolioInput,
  PortfolioShareType,
  PortfolioType,
} from './portfolio.type.ts';

const ERRORS = 'For LEARNER. Errors: UNAUTHENTICATED, FORBIDDEN';

@Resolver(() => PortfolioType)
export class PortfolioResolver {
  @Policy(ROLES('LEARNER'))
  @Query(() => PortfolioConnection, {
    description: `Your portfolios, the last that you changed first. ${ERRORS}.`,
  })
  portfolios(@Args(() => PageArgs) page: PageArgs, @Ctx() { portfolios }: Context) {
    return portfolios.list(page);
  }

  @Policy(ROLES('LEARNER'))
  @Query(() => String, {
    nullable: true,
    description: `The credentials in one of your portfolios that an audience sees, as one Comprehensive Learner Record (1EdTech CLR 2.0 ClrCredential, JSON), signed now by this service as its publisher and stored nowhere. Only JSON documents that stand can be in it, at most 50. Null for a portfolio that is not yours. ${ERRORS}, CONFLICT (\`NO_CREDENTIALS\`), RATE_LIMITED.`,
  })
  portfolioRecord(
    @Arg('id', () => ID, { description: 'The portfolio.' }) id: string,
    @Arg('audience', () => String, {
      nullable: true,
      description: 'The audience; left out: what is for everybody.',
    })
    audience: string | undefined,
    @Ctx() { portfolioViews }: Context,
  ): Promise<string | null> {
    return portfolioViews.record(id, audience ?? null);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => PortfolioType, {
    description: `Writes a portfolio as a whole, a new one or in place of what it said; links to it show it as it is now. At most ${PORTFOLIO_LIMITS.portfolios}. ${ERRORS}, NOT_FOUND, INVALID_INPUT naming the place (\`NOT_YOURS\`: a credential or validation that is not in your record), CONFLICT (\`TOO_MANY_PORTFOLIOS\`).`,
  })
  savePortfolio(
    @Arg('id', () => ID, { nullable: true, description: 'Which to change; left out: a new one.' })
    id: string | undefined,
    @Arg('input', () => PortfolioInput, { description: 'All it is to say.' }) input: PortfolioInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { portfolios }: Context,
  ) {
    return portfolios.save(id, input, idempotencyKey);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => ID, {
    description: `Deletes a portfolio and the links to it; the credentials in it stay. Answers its id. ${ERRORS}, NOT_FOUND.`,
  })
  deletePortfolio(
    @Arg('id', () => ID, { description: 'The portfolio.' }) id: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { portfolios }: Context,
  ) {
    return portfolios.remove(id, idempotencyKey);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => NewPortfolioShareType, {
    description: `Makes a link that shows a portfolio to whoever has it: as a page, as JSON, or its credentials as a Comprehensive Learner Record. At most ${PORTFOLIO_LIMITS.shares} lead to one portfolio. ${ERRORS}, NOT_FOUND, INVALID_INPUT, CONFLICT (\`TOO_MANY_SHARES\`).`,
  })
  sharePortfolio(
    @Arg('id', () => ID, { description: 'The portfolio.' }) id: string,
    @Arg('audience', () => String, {
      nullable: true,
      description: `For whom: what is for this audience is shown besides what is for everybody, word for word as the items say; at most ${PORTFOLIO_LIMITS.audience} characters.`,
    })
    audience: string | undefined,
    @Arg('expiresAt', () => Date, {
      nullable: true,
      description: `When the link ends: at most ${SHARE_DAYS.max} days ahead, ${SHARE_DAYS.default} unless given.`,
    })
    expiresAt: Date | undefined,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { portfolios }: Context,
  ) {
    return portfolios.share(id, audience, expiresAt, idempotencyKey);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => PortfolioType, {
    description: `Takes a link to a portfolio back: from now on it shows nothing. Answers the portfolio. ${ERRORS}, NOT_FOUND.`,
  })
  revokePortfolioShare(
    @Arg('id', () => ID, { description: 'The id of the link, from `Portfolio.shares`.' }) id: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { portfolios }: Context,
  ) {
    return portfolios.revokeShare(id, idempotencyKey);
  }

  @FieldResolver(() => [PortfolioShareType], {
    description: `The links that lead to it now, the newest first, at most ${PORTFOLIO_LIMITS.shares}.`,
  })
  shares(@Root() { id }: PortfolioType, @Ctx() { portfolios }: Context) {
    return portfolios.shares(id);
  }
}
