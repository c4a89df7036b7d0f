import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import type { Page } from '../../../platform/paging.ts';
import { RequiredIdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, PUBLIC, ROLES } from '../../identity/policy/policy.ts';
import type { Credential } from '../credential.ts';
import { CredentialType } from '../credential.type.ts';
import { SETTLE_LIMIT } from './compromise.rules.ts';
import type { IncidentProgress, KeyIncident } from './incidents.ts';
import type { IssuerKey } from './key-life.ts';
import type { KeyType } from './key-type.ts';
import {
  KeyCompromiseInput,
  KeyIncidentConnection,
  KeyIncidentProgressType,
  KeyIncidentType,
  SigningKeyConnection,
  SigningKeyObject,
  SigningKeyTypeEnum,
} from './keys.type.ts';

const ADMIN = ROLES('ISSUER_ADMIN');
const BY = 'Needs ISSUER_ADMIN; NOT_FOUND for a key of another organisation';
const Key = () =>
  Arg('key', () => ID, { description: 'The key, as proofs and the DID document name it (`did:web:…#…`).' });

@Resolver(() => CredentialType)
export class KeysResolver {
  @Policy(PUBLIC)
  @Query(() => SigningKeyConnection, {
    description:
      'Every key an organisation ever signed with, the newest first, with what became of it; empty for one that never signed.',
  })
  signingKeys(
    @Arg('organizationId', () => ID, { description: 'The organisation that issues.' }) organizationId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { signingKeys }: Context,
  ): Promise<Page<IssuerKey>> {
    return signingKeys.history(organizationId, page);
  }

  @Policy(ADMIN)
  @Query(() => KeyIncidentConnection, {
    description:
      'The incidents of signing keys of the own organisation, the newest first. Needs ISSUER_ADMIN (else UNAUTHENTICATED or FORBIDDEN).',
  })
  keyIncidents(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { signingKeys }: Context,
  ): Promise<Page<KeyIncident>> {
    return signingKeys.incidents(page);
  }

  @Policy(ADMIN)
  @Mutation(() => SigningKeyObject, {
    description:
      'Makes a new key and signs with it from now on. The one before is retired: it stays in the DID document, and what it signed stays valid. Needs ISSUER_ADMIN; CONFLICT (`NO_KEYS`) for an organisation that never signed.',
  })
  rotateSigningKey(
    @Arg('type', () => SigningKeyTypeEnum, { description: 'Which of its keys.' }) type: KeyType,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { signingKeys }: Context,
  ): Promise<IssuerKey> {
    return signingKeys.rotate(type, idempotencyKey);
  }

  @Policy(ADMIN)
  @Mutation(() => SigningKeyObject, {
    description: `Says of a key that is not the one to sign with that nothing more is signed with it. ${BY}; CONFLICT (\`IN_USE\`: rotate it instead).`,
  })
  retireSigningKey(
    @Key() key: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { signingKeys }: Context,
  ): Promise<IssuerKey> {
    return signingKeys.change('retire', key, idempotencyKey);
  }

  @Policy(ADMIN)
  @Mutation(() => SigningKeyObject, {
    description: `Lets nothing be signed with a key for the time being, while something is looked into: whoever issues is told CONFLICT (\`KEY_FROZEN\`). What it signed stays valid. ${BY}; CONFLICT (\`NOT_IN_USE\`).`,
  })
  freezeSigningKey(
    @Key() key: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { signingKeys }: Context,
  ): Promise<IssuerKey> {
    return signingKeys.change('freeze', key, idempotencyKey);
  }

  @Policy(ADMIN)
  @Mutation(() => SigningKeyObject, {
    description: `Lets a frozen key sign again. ${BY}; CONFLICT (\`NOT_IN_USE\`).`,
  })
  releaseSigningKey(
    @Key() key: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { signingKeys }: Context,
  ): Promise<IssuerKey> {
    return signingKeys.change('release', key, idempotencyKey);
  }

  @Policy(ADMIN)
  @Mutation(() => KeyIncidentType, {
    description: `Records that others may have a key: at once nothing is signed with it any more, it leaves the DID document, so that nothing it signed verifies, and a new key takes its place. Then call settleKeyIncident until nothing is left. ${BY}; CONFLICT (\`KNOWN\`).`,
  })
  reportKeyCompromise(
    @Arg('input', () => KeyCompromiseInput, { description: 'Which key, since when and why.' })
    input: KeyCompromiseInput,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { signingKeys }: Context,
  ): Promise<KeyIncident> {
    return signingKeys.reportCompromise(input, idempotencyKey);
  }

  @Policy(ADMIN)
  @Mutation(() => KeyIncidentProgressType, {
    description:
      'Does the next step after an incident of a key, all of it or none: revokes what was issued with the key since others may have had it; when none is left, issues anew, under the key in use, what it signed and what stood until then. Send it again with another idempotencyKey until nothing is left; it goes on where it stopped. Needs ISSUER_ADMIN; NOT_FOUND for an incident of another organisation.',
  })
  settleKeyIncident(
    @Arg('id', () => ID, { description: 'The id of the incident.' }) id: string,
    @Arg('limit', () => Int, {
      nullable: true,
      description: `How many credentials in this call: 1 to ${SETTLE_LIMIT.max} (else INVALID_INPUT); ${SETTLE_LIMIT.default} when left out.`,
    })
    limit: number | undefined,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { signingKeys }: Context,
  ): Promise<IncidentProgress> {
    return signingKeys.settle({ id, limit: limit ?? undefined }, idempotencyKey);
  }

  @FieldResolver(() => CredentialType, {
    nullable: true,
    description:
      'The credential that was issued in its place, under another key, after others may have had the key of this one; null when none was.',
  })
  async replacedBy(
    @Root() { id }: Credential,
    @Ctx() { signingKeys, credentials }: Context,
  ): Promise<Credential | null> {
    const replacement = await signingKeys.replacedBy(id);
    return replacement === null ? null : credentials.credential(replacement);
  }
}
