import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
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
import { closedLoader } from './document-loader.ts';
import { signerKey } from './signer-key.ts';

const FORMAT = 'eddsa-rdfc-2022';
const V1_CONTEXT = 'https://www.w3.org/2018/credentials/v1';
const V2_CONTEXT = 'https://www.w3.org/ns/credentials/v2';

/** Embedded Data Integrity proofs of VCDM 2.0 credentials: suite `eddsa-rdfc-2022` (W3C Recommendation) with Ed25519 keys. */
export class DataIntegrityProvider implements ICredentialProvider {
  constructor(private readonly contexts: ReadonlyMap<string, object>) {}

  getProofFormatsSupportedForKey({ type }: IKey): ProofFormat[] {
    return type === 'Ed25519' ? [FORMAT] : [];
  }

  canIssueProofFormat({ proofFormat }: ProofFormatQuery): boolean {
    return proofFormat === FORMAT;
  }

  canVerifyDocumentType({ document }: TentativeVerificationQuery): boolean {
    return typeof document !== 'string' && [document.proof].flat().every(isOurs);
  }

  /** Signs with the newest key in use. `args.now` (a Date) becomes `proof.created`. */
  async createVerifiableCredential(
    args: ICreateVerifiableCredentialArgs,
    context: IssuerAgentContext,
  ): Promise<VerifiableCredential> {
    const credential = asGiven(args.credential);
    const did = extractIssuer(credential, { removeParameters: true });
    const { keys } = await context.agent.didManagerGet({ did });
    const key = signerKey(did, keys, 'Ed25519');
    if (!key) throw new Error(`key_not_found: ${did} has no Ed25519 key in use`);
    const signer = {
      id: `${did}#${key.meta?.['fragment']}`,
      algorithm: 'Ed25519',
      sign: async ({ data }: { data: Uint8Array }) => {
        const signature = await context.agent.keyManagerSign({
          keyRef: key.kid,
          algorithm: 'EdDSA',
          data: Buffer.from(data).toString('hex'),
          encoding: 'hex',
        });
        return Buffer.from(signature, 'base64url');
      },
    };
    const signed = (await vc.issue({
      credential,
      suite: new DataIntegrityProof({ cryptosuite, signer, ...(args['now'] && { date: args['now'] }) }),
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
