import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { Policy, PUBLIC, ROLES } from '../../identity/policy/policy.ts';
import type { StatusAudience } from '../credential.ts';
import { StatusAudienceEnum } from '../status/status.enums.ts';
import type { IncidentProgress, KeyIncident } from './incidents.ts';
import type { KeyState } from './key-state.ts';
import type { KeyType } from './key-type.ts';

export const SigningKeyTypeEnum = enumOf<KeyType>('SigningKeyType', 'What a signing key signs with.', {
  Ed25519: 'Embedded proofs (`eddsa-rdfc-2022`), status lists.',
  Secp256r1: 'P-256: JWTs (ES256).',
});

export const SigningKeyStateEnum = enumOf<KeyState>(
  'SigningKeyState',
  'What may be done with a signing key of an issuer.',
  {
    ACTIVE: 'The issuer signs with it.',
    FROZEN: 'The issuer would sign with it, but must not just now: whoever issues is told KEY_FROZEN.',
    RETIRED: 'Nothing new is signed with it; what it signed stays valid.',
    COMPROMISED: 'Others may have it: it is in no DID document any more, and nothing it signed verifies.',
  },
);

@Policy(PUBLIC)
@ObjectType('SigningKey', {
  description:
    'A key an organisation signs or once signed credentials with: its public half, and what became of it.',
})
export class SigningKeyObject {
  @Field(() => ID, {
    description: 'Its verification method, as proofs and the DID document name it (`did:web:…#…`).',
  })
  id: string;

  @Field(() => SigningKeyTypeEnum, { description: 'What it signs.' })
  type: string;

  @Field(() => SigningKeyStateEnum, { description: 'What may be done with it now.' })
  state: KeyState;

  @Field(() => String, {
    description: 'The public half in hex: 32 bytes of Ed25519, or an uncompressed point of P-256.',
  })
  publicKeyHex: string;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when nothing new is signed with it; null while it is in use.',
  })
  retiredAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when it is frozen; null when it is not.' })
  frozenAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it became known that others may have it; null when that is not so.',
  })
  compromisedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'From when on others may have had it; null when that is not so.',
  })
  compromisedSince: Date | null;
}

export const SigningKeyConnection = connectionOf(() => SigningKeyObject, 'SigningKey');

@InputType({ description: 'That others may have a signing key of your organisation.' })
export class KeyCompromiseInput {
  @Field(() => ID, {
    description: 'The key, as proofs name it; NOT_FOUND for one that is not of your organisation.',
  })
  key: string;

  @Field(() => Date, {
    description:
      'From when on they may have had it: what was issued with it since is revoked. Not in the future (else INVALID_INPUT).',
  })
  since: Date;

  @Field(() => String, {
    description: 'Why that is thought: 1 to 500 characters. It becomes the reason of what is revoked.',
  })
  reason: string;

  @Field(() => StatusAudienceEnum, { nullable: true, description: 'Who may know why; HOLDER when left out.' })
  audience?: StatusAudience;
}

@Policy(ROLES('ISSUER_ADMIN'))
@ObjectType('KeyIncident', {
  description: 'That others may have a signing key of the own organisation, and what is left to do about it.',
})
export class KeyIncidentType implements KeyIncident {
  @Field(() => ID, { description: 'The id of the incident.' })
  id: string;

  @Field(() => String, { description: 'The key, as proofs name it.' })
  key: string;

  @Field(() => Date, { description: 'From when on others may have had it.' })
  since: Date;

  @Field(() => Date, { description: 'When it was recorded.' })
  recordedAt: Date;

  @Field(() => String, { description: 'Why that is thought.' })
  reason: string;

  @Field(() => StatusAudienceEnum, { description: 'Who may know why.' })
  audience: StatusAudience;

  @Field(() => Int, {
    description: 'How many credentials that were issued with it since then are still to be revoked.',
  })
  leftToRevoke: number;

  @Field(() => Int, { description: 'How many it signed are still to be issued anew.' })
  leftToReissue: number;
}

export const KeyIncidentConnection = connectionOf(() => KeyIncidentType, 'KeyIncident');

@Policy(ROLES('ISSUER_ADMIN'))
@ObjectType('KeyIncidentProgress', { description: 'What one step of settling an incident did.' })
export class KeyIncidentProgressType implements IncidentProgress {
  @Field(() => Int, { description: 'How many credentials it revoked.' })
  revoked: number;

  @Field(() => Int, { description: 'How many it issued anew.' })
  reissued: number;

  @Field(() => [ID], {
    description:
      'Credentials it left out, by id: what is stored of them cannot be read or does not verify. They count as left; each step tries them again.',
  })
  failed: readonly string[];

  @Field(() => Int, { description: 'How many are left to be revoked; that is done first.' })
  leftToRevoke: number;

  @Field(() => Int, { description: 'How many are left to be issued anew.' })
  leftToReissue: number;
}
