import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { Policy, PUBLIC } from '../../identity/policy/policy.ts';
import type { IssuanceConsistency, IssuanceLogState, IssuanceProof } from './issuance-log.service.ts';
import { IssuanceLogConsistencyType, IssuanceLogType, IssuanceProofType } from './issuance-log.type.ts';

const OrganizationId = () =>
  Arg('organizationId', () => ID, { description: 'The organisation that issues.' });

@Resolver()
export class IssuanceLogResolver {
  @Policy(PUBLIC)
  @Query(() => IssuanceLogType, {
    nullable: true,
    description:
      'The issuance log of an organisation as it is now, with its root signed; null for one that never issued. The same is at `/orgs/<id>/log`.',
  })
  issuanceLog(
    @OrganizationId() organizationId: string,
    @Ctx() { issuanceLogs }: Context,
  ): Promise<IssuanceLogState | null> {
    return issuanceLogs.state(organizationId);
  }

  @Policy(PUBLIC)
  @Query(() => IssuanceProofType, {
    nullable: true,
    description:
      'That a badge stands in the issuance log of its issuer; null when it does not: then it was not issued here, whatever it says. The same is at `/log/proof?credential=<id>`.',
  })
  issuanceProof(
    @Arg('credential', () => String, { description: 'The `id` in the document of the badge.' })
    credential: string,
    @Ctx() { issuanceLogs }: Context,
  ): Promise<IssuanceProof | null> {
    return issuanceLogs.proof(credential);
  }

  @Policy(PUBLIC)
  @Query(() => IssuanceLogConsistencyType, {
    nullable: true,
    description:
      'That the issuance log of an organisation has only grown since it had so many entries; null for one that never issued. The same is at `/orgs/<id>/log/consistency?size=<size>`.',
  })
  issuanceLogConsistency(
    @OrganizationId() organizationId: string,
    @Arg('size', () => Int, {
      description: 'How many entries it had: from 1 to how many it has now (else INVALID_INPUT).',
    })
    size: number,
    @Ctx() { issuanceLogs }: Context,
  ): Promise<IssuanceConsistency | null> {
    return issuanceLogs.consistency(organizationId, size);
  }
}
