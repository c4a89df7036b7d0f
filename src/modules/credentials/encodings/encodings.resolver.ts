import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import type { Credential } from '../credential.ts';
import { CredentialType } from '../credential.type.ts';
import { MOST_POINTERS } from './disclose.ts';
import { type Encoding, type HolderKey, readHolderKey } from './encoding.ts';
import { CredentialEncodingEnum, HolderKeyInput } from './encodings.type.ts';

const NOW =
  'signed now by its issuer and stored nowhere; null to anybody but the learner. It is the same credential with the same status';

const HolderKeyArg = (): ReturnType<typeof Arg> =>
  Arg('holderKey', () => HolderKeyInput, {
    nullable: true,
    description: 'The key to bind it to; bound to none when left out.',
  });

@Resolver(() => CredentialType)
export class EncodingsResolver {
  @FieldResolver(() => String, {
    nullable: true,
    complexity: 100,
    description: `The credential in an encoding, ${NOW}. With a key, its subject is whoever holds that key. Errors: INVALID_INPUT (\`holderKey\`: \`UNUSABLE_KEY\`, \`PRIVATE_KEY\`), CONFLICT (\`KEY_FROZEN\`).`,
  })
  encoded(
    @Root() { id }: Credential,
    @Arg('as', () => CredentialEncodingEnum, { description: 'Which encoding.' }) as: Encoding,
    @HolderKeyArg() holderKey: HolderKeyInput | undefined,
    @Ctx() { encodings }: Context,
  ): Promise<string | null> {
    return encodings.encode(id, as, keyOf(holderKey));
  }

  @FieldResolver(() => String, {
    nullable: true,
    complexity: 500,
    description: `A version of the credential that shows only some of it (JSON with a derived proof \`ecdsa-sd-2023\`), ${NOW}. Shown in any case: which badge with its description and criteria, by whom, to whom, when and whether it holds. Errors: INVALID_INPUT (\`pointers\`: \`UNKNOWN_POINTER\`; \`holderKey\`), CONFLICT (\`KEY_FROZEN\`).`,
  })
  disclosed(
    @Root() { id }: Credential,
    @Arg('pointers', () => [String], {
      description: `What else to show: JSON pointers (RFC 6901) into \`document\`, such as \`/credentialSubject/achievement/alignment/0\`; at most ${MOST_POINTERS}.`,
    })
    pointers: string[],
    @HolderKeyArg() holderKey: HolderKeyInput | undefined,
    @Ctx() { encodings }: Context,
  ): Promise<string | null> {
    return encodings.disclosed(id, pointers, keyOf(holderKey));
  }
}

const keyOf = (input: HolderKeyInput | undefined): HolderKey | undefined => input && readHolderKey(input);
