import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Policy, PUBLIC } from '../../identity/policy/policy.ts';
import type { IssuanceLogState, IssuanceProof } from './issuance-log.service.ts';

@Policy(PUBLIC)
@ObjectType('IssuanceLog', {
  description:
    'The append-only log of the badges an issuer has issued here: a Merkle tree as in Certificate Transparency 2.0 (RFC 9162) over SHA-256. It names no learner.',
})
export class IssuanceLogType implements IssuanceLogState {
  @Field(() => ID, { description: 'The DID of the issuer.' })
  issuer: string;

  @Field(() => Int, { description: 'How many entries it has.' })
  size: number;

  @Field(() => String, { description: 'The root hash over all of them, base64url.' })
  root: string;

  @Field(() => String, {
    description:
      'Size and root signed as a compact JWT (ES256) by the signer of all logs of this service, whose DID document is at `/log/did.json`: `iss` is that DID, `sub` the issuer. Keep it, and ask later for `consistency`.',
  })
  signedRoot: string;
}

@Policy(PUBLIC)
@ObjectType('IssuanceLogEntry', { description: 'A badge in an issuance log.' })
export class IssuanceLogEntryType {
  @Field(() => Int, { description: 'Its place in the log, from 0 on.' })
  index: number;

  @Field(() => ID, { description: 'The DID it was issued under.' })
  issuer: string;

  @Field(() => String, { description: 'The id of the credential, as it stands in its document.' })
  credential: string;

  @Field(() => String, {
    description:
      'SHA-256 (hex) of the document without its proof and without the `id` of its subject, as canonical JSON (RFC 8785).',
  })
  content: string;

  @Field(() => String, { description: 'The verification method of its proof.' })
  key: string;

  @Field(() => Date, { description: 'When it was entered.' })
  at: Date;
}

@Policy(PUBLIC)
@ObjectType('IssuanceProof', {
  description:
    'That a badge stands in the issuance log of its issuer. The leaf is the hash of the JSON array issuer, credential, content, key, at.',
})
export class IssuanceProofType implements IssuanceProof {
  @Field(() => IssuanceLogEntryType, { description: 'As what it stands there.' })
  entry: IssuanceProof['entry'];

  @Field(() => IssuanceLogType, { description: 'The log whose root the path leads to.' })
  log: IssuanceLogState;

  @Field(() => [String], {
    description: 'The hashes from the leaf up to the root (RFC 9162, section 2.1.3), base64url.',
  })
  path: readonly string[];
}

@Policy(PUBLIC)
@ObjectType('IssuanceLogConsistency', {
  description: 'That an issuance log only grew: what it was once is the beginning of what it is now.',
})
export class IssuanceLogConsistencyType {
  @Field(() => IssuanceLogType, { description: 'The log as it is now.' })
  log: IssuanceLogState;

  @Field(() => [String], { description: 'The proof (RFC 9162, section 2.1.4), base64url.' })
  path: readonly string[];
}
