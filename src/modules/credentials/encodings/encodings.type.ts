import { Field, InputType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enum.ts';
import type { Encoding } from './encoding.ts';

export const CredentialEncodingEnum = enumOf<Encoding>(
  'CredentialEncoding',
  'How a credential can be written.',
  {
    EMBEDDED: 'JSON with an embedded proof `eddsa-rdfc-2022` (W3C Data Integrity).',
    JWT: 'A compact JWT signed by ES256 (Open Badges 3.0, section 8.2).',
    SELECTIVE:
      'JSON with a base proof `ecdsa-sd-2023` (W3C Data Integrity): for the holder alone, who derives versions from it that show less.',
    SD_JWT:
      'An SD-JWT VC (`dc+sd-jwt`, RFC 9901) with every disclosure; its holder leaves out those that are nobody’s business, and proves to hold the key.',
  },
);

@InputType({ description: 'The key of a wallet, which a credential is to be bound to.' })
export class HolderKeyInput {
  @Field(() => String, {
    description:
      'The public key as the JSON text of a JWK (RFC 7517): P-256, P-384, Ed25519, or RSA of at least 2048 bits. Never a private key.',
  })
  jwk: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The `did:key` or `did:jwk` of that very key, whichever the wallet goes by; `did:jwk` when left out.',
  })
  did?: string;
}
