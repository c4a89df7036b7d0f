import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import type { Page } from '../../platform/paging.ts';
import { BadgeVersionType } from '../catalog/badge.type.ts';
import { RequiredIdempotencyKey } from '../identity/idempotency-key.ts';
import { OrganizationType } from '../identity/organization.type.ts';
import { Policy, PUBLIC, ROLES, SCOPED } from '../identity/policy/policy.ts';
import type { Credential } from './credential.ts';
import { CredentialConnection, CredentialType } from './credential.type.ts';
import { CredentialsArgs, IssueCredentialInput } from './credentials.input.ts';
import type { TrustAnswer } from './verification/report.ts';
import { IssuerTrustType, VerificationReportType } from './verification.type.ts';

@Resolver(() => CredentialType)
export class CredentialsResolver {
  @Policy(SCOPED)
  @Query(() => CredentialType, {
    nullable: true,
    description:
      'A credential: for the learner who holds it and for staff of its issuer; to anybody else it reads null, as an unknown id does.',
  })
  credential(
    @Arg('id', () => ID, { description: 'The id of the credential.' }) id: string,
    @Ctx() { credentials }: Context,
  ): Promise<Credential | null> {
    return credentials.credential(id);
  }

  @Policy(ROLES('LEARNER', 'ISSUER_STAFF', 'ISSUER_ADMIN'))
  @Query(() => CredentialConnection, {
    description:
      'A learner sees the credentials they hold, staff of an issuer those their organisation has issued; the newest award first. Needs one of these roles (else UNAUTHENTICATED or FORBIDDEN).',
  })
  credentials(
    @Args(() => CredentialsArgs) { status, ...page }: CredentialsArgs,
    @Ctx() { credentials }: Context,
  ): Promise<Page<Credential>> {
    return credentials.list(page, status ?? null);
  }

  @Policy(PUBLIC)
  @Query(() => VerificationReportType, {
    description:
      'Verifies a credential anybody shows, ours or foreign, step by step, without a key. It answers for any text, and nothing of it is kept. Keys and status lists of foreign issuers are fetched (https only, public addresses only, within 2 s). RATE_LIMITED when too much was verified for you within a minute.',
  })
  async verifyCredential(
    @Arg('document', () => String, {
      description:
        'The credential as it was received: JSON, a compact JWT or SD-JWT, an SVG image or a data: address of a PNG or SVG image it is baked into, or the https address where one of these lies. A request holds 64 KB; what is larger goes to POST /verify.',
    })
    document: string,
    @Ctx() { credentials, verifying }: Context,
  ): Promise<VerificationReportType> {
    await verifying();
    return credentials.verify(document);
  }

  @Policy(PUBLIC)
  @Query(() => [IssuerTrustType], {
    description:
      'What every trust registry that is asked here says of an issuer, in the order they are asked: this service first, then those its operator named (lists of the Digital Credentials Consortium, OpenID Federations). Counts as a verification: RATE_LIMITED when there were too many within a minute.',
  })
  async issuerTrust(
    @Arg('issuer', () => String, { description: 'The DID or https address of the issuer.' }) issuer: string,
    @Ctx() { credentials, verifying }: Context,
  ): Promise<readonly TrustAnswer[]> {
    await verifying();
    return credentials.issuerTrust(issuer);
  }

  @Policy(ROLES('ISSUER_STAFF', 'ISSUER_ADMIN'))
  @Mutation(() => CredentialType, {
    description:
      'Issues the badge that a passed result leads to as a signed Open Badges 3.0 credential. The same award is issued once: sent again, it answers the credential there is. Needs ISSUER_STAFF or ISSUER_ADMIN of the organisation the badge belongs to, who neither graded the work nor handed it in: FORBIDDEN (SEPARATION_OF_DUTIES). INVALID_INPUT (IDENTITY_NOT_PROVEN) where the badge asks for surer knowledge of who the learner is than the organisation recorded.',
  })
  issueCredential(
    @Arg('input', () => IssueCredentialInput, { description: 'The award.' }) input: IssueCredentialInput,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { credentials }: Context,
  ): Promise<Credential> {
    return credentials.issue(input, idempotencyKey);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The signed credential, byte for byte, as the learner carries it away; null to anybody but the learner. Changing a byte breaks its proof.',
  })
  document(@Root() { id }: Credential, @Ctx() { credentials }: Context): Promise<string | null> {
    return credentials.document(id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The same credential as a compact JWT (Open Badges 3.0 section 8.2; `typ: JWT`, ES256), signed now by its issuer for verifiers that take no embedded proofs; null to anybody but the learner. Asked for again, it is another token of the same credential.',
  })
  jwt(@Root() { id }: Credential, @Ctx() { encodings }: Context): Promise<string | null> {
    return encodings.jwt(id);
  }

  @FieldResolver(() => String, {
    description: 'The id of the credential as it stands in the signed document.',
  })
  url(@Root() { id }: Credential, @Ctx() { credentials }: Context): string {
    return credentials.url(id);
  }

  @FieldResolver(() => CredentialType, {
    nullable: true,
    description:
      'The credential it renews: the one before for the same badge, earned by other work and not withdrawn when this one was issued; null when there is none.',
  })
  renews(@Root() { id }: Credential, @Ctx() { credentials }: Context): Promise<Credential | null> {
    return credentials.renewed(id);
  }

  @FieldResolver(() => BadgeVersionType, { description: 'The version of the badge it was issued for.' })
  badgeVersion(@Root() { badgeVersionId }: Credential, @Ctx() { catalog }: Context) {
    return catalog.version(badgeVersionId);
  }

  @FieldResolver(() => OrganizationType, { description: 'Who issued it.' })
  issuer(@Root() { issuerId }: Credential, @Ctx() { organizations }: Context) {
    return organizations.organization(issuerId);
  }
}
