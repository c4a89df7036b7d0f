import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createSignCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import type {
  ICreateVerifiableCredentialArgs,
  IKey,
  IssuerAgentContext,
  IVerifyCredentialArgs,
  IVerifyResult,
  ProofFormat,
  VerifiableCredential,
  VerifiablePresentation,
  VerifierAgentContext,
} from '@veramo/core-types';
import type {
  ICredentialProvider,
  ProofFormatQuery,
  TentativeVerificationQuery,
} from '@veramo/credential-w3c';
import { extractIssuer } from '@veramo/utils';
import { algorithmOf } from '../keys/key-type.ts';
import { closedLoader } from './document-loader.ts';
import { signerKey } from './signer-key.ts';

const FORMAT = 'eddsa-rdfc-2022';
/** Base proofs, from which a holder derives versions that show less. */
const SELECTIVE = 'ecdsa-sd-2023';
const V1_CONTEXT = 'https://www.w3.org/2018/credentials/v1';
const V2_CONTEXT = 'https://www.w3.org/ns/credentials/v2';

/** Embedded Data Integrity proofs of VCDM 2.0 credentials (W3C Recommendations): `eddsa-rdfc-2022` with Ed25519 keys, base proofs `ecdsa-sd-2023` with P-256 keys. */
export class DataIntegrityProvider implements ICredentialProvider {
  constructor(private readonly contexts: ReadonlyMap<string, object>) {}

  getProofFormatsSupportedForKey({ type }: IKey): ProofFormat[] {
    return type === 'Ed25519' ? [FORMAT] : type === 'Secp256r1' ? [SELECTIVE] : [];
  }

  canIssueProofFormat({ proofFormat }: ProofFormatQuery): boolean {
    return proofFormat === FORMAT || proofFormat === SELECTIVE;
  }

  canVerifyDocumentType({ document }: TentativeVerificationQuery): boolean {
    return typeof document !== 'string' && [document.proof].flat().every(isOurs);
  }

  /**
   * Signs with the newest key in use. `args.now` (a Date) becomes `proof.created`; `args.mandatoryPointers` are what every version derived from a
   * base proof shows.
   */
  async createVerifiableCredential(
    args: ICreateVerifiableCredentialArgs,
    context: IssuerAgentContext,
  ): Promise<VerifiableCredential> {
    const credential = asGiven(args.credential);
    const did = extractIssuer(credential, { removeParameters: true });
    const { keys } = await context.agent.didManagerGet({ did });
    const isSelective = args.proofFormat === SELECTIVE;
    const type = isSelective ? 'Secp256r1' : 'Ed25519';
    const key = signerKey(did, keys, type);
    if (!key) throw new Error(`key_not_found: ${did} has no ${type} key in use`);
    const signer = {
      id: `${did}#${key.meta?.['fragment']}`,
      algorithm: isSelective ? 'P-256' : 'Ed25519',
      sign: async ({ data }: { data: Uint8Array }) => {
        const signature = await context.agent.keyManagerSign({
          keyRef: key.kid,
          algorithm: algorithmOf(type),
          data: Buffer.from(data).toString('hex'),
          encoding: 'hex',
        });
        return Buffer.from(signature, 'base64url');
      },
    };
    const signed = (await vc.issue({
      credential,
      suite: new DataIntegrityProof({
        cryptosuite: isSelective
          ? createSignCryptosuite({ mandatoryPointers: args['mandatoryPointers'] ?? [] })
          : cryptosuite,
        signer,
        ...(args['now'] && { date: args['now'] }),
      }),
      documentLoader: this.#loader(context),
    })) as VerifiableCredential;
    return { ...signed, proof: [signed.proof].flat() };
  }

  /**
   * Checks every proof there is, not just one of them (the library is content with one). Dates and status are left to
   * the caller, which reports them as checks of their own.
   */
  async verifyCredential(args: IVerifyCredentialArgs, context: VerifierAgentContext): Promise<IVerifyResult> {
    const document = structuredClone(args.credential) as VerifiableCredential;
    const within = document['validFrom'] ?? document['validUntil'];
    for (const proof of [document.proof].flat()) {
      const result = await vc.verifyCredential({
        credential: { ...document, proof },
        suite: new DataIntegrityProof({ cryptosuite }),
        documentLoader: this.#loader(context),
        checkStatus: async () => ({ verified: true }),
        ...(typeof within === 'string' && { now: new Date(within) }),
      });
      if (!result.verified) return refused(result.error);
    }
    return { verified: true };
  }

  async createVerifiablePresentation(): Promise<VerifiablePresentation> {
    throw new Error('not_supported: presentations');
  }

  async verifyPresentation(): Promise<IVerifyResult> {
    throw new Error('not_supported: presentations');
  }

  #loader({ agent }: VerifierAgentContext) {
    return closedLoader(this.contexts, async (did) => (await agent.resolveDid({ didUrl: did })).didDocument);
  }
}

const isOurs = (proof: { type?: string; [name: string]: unknown }): boolean =>
  proof.type === 'DataIntegrityProof' && proof['cryptosuite'] === FORMAT;

/** Veramo's plugin puts `issuanceDate` and the context of VCDM 1.1 into what it is given; both would end up signed. */
function asGiven(credential: ICreateVerifiableCredentialArgs['credential']) {
  const { issuanceDate: _, ...given } = structuredClone(credential);
  const contexts = [given['@context']].flat().filter((context) => context !== V1_CONTEXT);
  if (contexts[0] !== V2_CONTEXT) throw new Error('invalid_argument: only VCDM 2.0 credentials are signed');
  return { ...given, '@context': contexts } as ICreateVerifiableCredentialArgs['credential'];
}

const refused = (error: vc.VerifyCredentialResult['error']): IVerifyResult => ({
  verified: false,
  error: {
    message: error?.errors?.[0]?.message ?? error?.message ?? 'The proof does not verify.',
    errorCode: 'invalid_proof',
  },
});
