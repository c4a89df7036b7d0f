import type { Clock } from '../../../../platform/clock.ts';
import { invalidInput, notFound } from '../../../../platform/errors.ts';
import { didOf, type Encoder } from '../../encodings/encoding.ts';
import { verifyPresentation } from '../../verification/presentation.ts';
import type { VerificationSources } from '../../verification/verification-sources.ts';
import type { ClaimingService, OpenedOffer } from '../wallets/claiming.service.ts';
import { holderOfDid } from '../wallets/holder.ts';
import { exchangeUrl } from './exchange-address.ts';

type Json = Readonly<Record<string, unknown>>;

/** What has to hold of a presentation that only says who presents: there is no credential in it. */
const ASKED = new Set(['FORMAT', 'STRUCTURE', 'HOLDER', 'PROOF', 'CHALLENGE']);

/**
 * Exchanges of the W3C VC API for wallets without OpenID4VCI, such as the Learner Credential Wallet of the DCC: the wallet signs a presentation that
 * says no more than who it is (DIDAuthentication), and is given the credential for that DID. An exchange is used once.
 */
export class VcApiService {
  constructor(
    private readonly deps: {
      readonly clock: Clock;
      readonly publicUrl: string;
      readonly claiming: ClaimingService;
      readonly sources: VerificationSources;
    },
  ) {}

  /** The offer of an exchange; NOT_FOUND for one there is not, is over or was used. */
  async open(code: string): Promise<OpenedOffer> {
    const offer = await this.deps.claiming.byCode(code, 'VC_API');
    // the secret is not told back: answers are logged by others
    if (offer?.status !== 'ACTIVE') throw notFound('exchange', 'that was asked for');
    return offer;
  }

  /** What a wallet has to present: its DID, signed for a challenge. */
  request(offer: OpenedOffer, code: string): Json {
    const { claiming, publicUrl } = this.deps;
    return {
      verifiablePresentationRequest: {
        query: [
          {
            type: 'DIDAuthentication',
            acceptedMethods: [{ method: 'key' }, { method: 'jwk' }],
            acceptedCryptosuites: [
              { cryptosuite: 'Ed25519Signature2020' },
              { cryptosuite: 'eddsa-rdfc-2022' },
            ],
          },
        ],
        challenge: claiming.nonce(offer.id),
        domain: this.#domain,
        interact: {
          service: [
            {
              type: 'UnmediatedHttpPresentationService2021',
              serviceEndpoint: exchangeUrl(publicUrl, code),
            },
          ],
        },
      },
    };
  }

  /**
   * The credential of an offer for whoever presents themselves. INVALID_INPUT (`verifiablePresentation`) with the check that failed; CONFLICT when
   * the challenge or the exchange has been used meanwhile.
   */
  async present(offer: OpenedOffer, presentation: Json, encoder: Encoder): Promise<Json> {
    const { claiming, clock, sources } = this.deps;
    const [proof] = [presentation['proof']].flat() as Json[];
    const challenge = String(proof?.['challenge'] ?? '');
    if (!claiming.isNonce(offer.id, challenge))
      throw refused('its challenge is not the one of this exchange, or is over. Start the exchange again.');
    const { steps, holder: did } = await verifyPresentation(
      JSON.stringify(presentation),
      // the wallet of the DCC names no domain where it was opened by a link; the challenge is for this exchange alone
      { challenge, domain: this.#domain, domainMayBeMissing: true, now: clock() },
      sources,
    );
    const fault = steps.find(({ name, outcome }) => ASKED.has(name) && outcome !== 'PASS');
    if (fault) throw refused(`${fault.name}: ${fault.reason}`);
    const holder = did === null ? null : holderOfDid(did);
    if (!holder) throw refused('its holder must be a did:key or did:jwk.');
    const made = await encoder.encode(offer.credentialId, 'EMBEDDED', { jwk: holder.jwk, did: holder.did });
    if (made === null) throw notFound('exchange', 'that was asked for');
    await claiming.claim(offer, {
      nonce: challenge,
      purpose: offer.id,
      format: 'VC_API',
      holder: didOf(holder),
    });
    return JSON.parse(made) as Json;
  }

  get #domain(): string {
    return new URL(this.deps.publicUrl).host;
  }
}

const refused = (why: string) =>
  invalidInput('verifiablePresentation', why, { reason: 'PRESENTATION_REFUSED' });
