import { createHash } from 'node:crypto';
import { conflict, invalidInput, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { createSealer } from '../../../platform/seal.ts';
import type { Credentialing } from '../../credentials/credentialing.ts';
import { publisherOf } from '../../credentials/encodings/publisher.ts';
import { OPEN_BADGE_TYPE } from '../../credentials/encodings/type-metadata.ts';
import { verifyPresentation } from '../../credentials/verification/presentation.ts';
import { graphSources } from '../../credentials/verification/sources.ts';
import { digestOf, newSecret } from '../../identity/api-key.ts';
import { PLATFORM } from '../../identity/audit/audit.service.ts';
import type { Mutations } from '../../identity/mutations.ts';
import { asMember, type Viewer } from '../../identity/viewer.ts';
import { presentCandidate } from '../match.present.ts';
import type { Candidate, MatchingService } from '../matching.service.ts';
import { askingStatements } from './asking.repository.ts';
import { dcqlOf } from './dcql.ts';
import { disclosedOf, type PresentedBadge, problemWith } from './presented.ts';

const MINUTES = 10;
/** How long an organisation can read what came of it. */
const KEPT_MINUTES = 60;
const MOST_PRESENTED = 20;

/** How well somebody fills a role, as an employer sees it. */
type Answer = ReturnType<typeof presentCandidate>;

/** What an organisation asked somebody to present, and how well it fills the role. */
export interface CandidateRequest {
  readonly id: string;
  readonly roleProfileId: string;
  readonly expiresAt: Date;
  readonly forgottenAt: Date;
  readonly answeredAt: Date | null;
  /** For the wallet, this one time; null afterwards. */
  readonly uri: string | null;
  readonly match: Answer | null;
}

interface Dependencies extends Credentialing {
  readonly graph: Graph;
  readonly viewer: Viewer;
  readonly mutations: Mutations;
  readonly matching: Pick<MatchingService, 'roleAsked' | 'ofClaims'>;
}

/** Asks candidates for what a role needs (OpenID4VP 1.0 with DCQL), and matches what they present without keeping it. */
export class AskingService {
  readonly #asking: Repository<typeof askingStatements>;

  constructor(private readonly deps: Dependencies) {
    this.#asking = repository(deps.graph.run, askingStatements);
  }

  /** Makes a request for a wallet to answer within ten minutes, once. NOT_FOUND for a role the viewer's organisation does not have. */
  async ask(roleProfileId: string, idempotencyKey: string): Promise<CandidateRequest> {
    const { organizationId } = asMember(this.deps.viewer, 'EMPLOYER');
    const role = await this.deps.matching.roleAsked(roleProfileId);
    if (role?.employerId !== organizationId) throw notFound('role profile', roleProfileId);
    if (role.requirements.length === 0)
      throw invalidInput('roleProfileId', 'asks for nothing yet. Give it requirements first.', {
        reason: 'NO_REQUIREMENTS',
      });
    const fresh = { id: newId(this.deps.clock()), secret: newSecret() };
    const asked = { name: 'askCandidate', input: { roleProfileId }, idempotencyKey };
    const id = await this.deps.mutations.perform(asked, async ({ run, now, audit }) => {
      await repository(run, askingStatements).createRequest({
        organizationId,
        roleProfileId,
        id: fresh.id,
        digest: digestOf(fresh.secret),
        now,
        expiresAt: new Date(now.getTime() + MINUTES * 60_000),
        forgottenAt: new Date(now.getTime() + KEPT_MINUTES * 60_000),
      });
      audit({
        chain: organizationId,
        action: asked.name,
        purpose: null,
        subject: null,
        objects: [fresh.id, roleProfileId],
      });
      return fresh.id;
    });
    const made = await this.request(id);
    if (!made) throw notFound('candidate request', id);
    return { ...made, uri: id === fresh.id ? await this.#walletUri(fresh.secret) : null };
  }

  /** What came of a request of the viewer's organisation; null for any other, and after an hour. */
  async request(id: string): Promise<CandidateRequest | null> {
    const { organizationId } = asMember(this.deps.viewer, 'EMPLOYER');
    const found = await this.#asking.requestOfOrganization({ organizationId, id, now: this.deps.clock() });
    if (!found) return null;
    const { sealedMatch, ...request } = found;
    return { ...request, uri: null, match: sealedMatch === null ? null : this.#opened(id, sealedMatch) };
  }

  /** The signed request object (RFC 9101) for a wallet. NOT_FOUND for an unknown secret, CONFLICT for one that was answered or is over. */
  async requestObject(secret: string): Promise<string> {
    const { urls, agent, clock } = this.deps;
    const request = await this.#open(secret);
    const role = await this.deps.matching.roleAsked(request.roleProfileId);
    if (!role) throw notFound('candidate request', '');
    const publisher = await publisherOf(this.deps);
    const iat = Math.floor(clock().getTime() / 1000);
    const claims = {
      iss: publisher.did,
      client_id: clientId(publisher.did),
      aud: 'https://self-issued.me/v2',
      iat,
      exp: Math.floor(request.expiresAt.getTime() / 1000),
      response_type: 'vp_token',
      response_mode: 'direct_post',
      response_uri: `${this.deps.publicUrl}/oid4vp/responses/${secret}`,
      nonce: nonceOf(secret),
      dcql_query: dcqlOf(role.requirements, urls.credentialType(OPEN_BADGE_TYPE)),
      client_metadata: {
        client_name: request.organizationName,
        vp_formats_supported: {
          'dc+sd-jwt': {
            'sd-jwt_alg_values': ['ES256'],
            'kb-jwt_alg_values': ['ES256', 'ES384', 'EdDSA'],
          },
        },
      },
    };
    return agent.signJwt(publisher.did, claims, 'oauth-authz-req+jwt');
  }

  /**
   * Verifies what a wallet presents and matches it; only how well it fills the role is kept, sealed, for an hour. INVALID_INPUT (`vp_token`) when it
   * does not hold; CONFLICT when the request was answered or is over.
   */
  async answer(secret: string, texts: readonly string[]): Promise<void> {
    const { urls, clock, mutations, matching } = this.deps;
    const { id, roleProfileId } = await this.#open(secret);
    if (texts.length === 0 || texts.length > MOST_PRESENTED)
      throw invalidInput('vp_token', `must present 1 to ${MOST_PRESENTED} badges.`, { max: MOST_PRESENTED });
    const { did } = await publisherOf(this.deps);
    const asked = { challenge: nonceOf(secret), domain: clientId(did), now: clock() };
    const sources = graphSources(this.deps);
    const presented: PresentedBadge[] = [];
    for (const text of texts)
      presented.push({ text, report: await verifyPresentation(text, asked, sources) });
    const problem = problemWith(presented);
    if (problem) throw invalidInput('vp_token', problem, { reason: 'NOT_VERIFIED' });
    const idIn = (url: string) => urls.idIn('credentials', url);
    const ids = presented.flatMap(({ report }) =>
      report.credentials.flatMap(({ credentialId }) => idIn(credentialId ?? '') ?? []),
    );
    const proven = await this.#asking.presentedClaims({ credentialIds: [...new Set(ids)] });
    const scored = await matching.ofClaims(roleProfileId, disclosedOf(proven, presented, idIn));
    if (!scored) throw notFound('candidate request', '');
    const match = presentCandidate({ ...scored, pseudonym: id, pseudonyms: strangers(secret) });
    const sealedMatch = this.#sealer().seal(JSON.stringify(match), placeOf(id));
    await mutations.perform(
      { name: 'answerCandidateRequest', input: { id } },
      async ({ run, now, audit }) => {
        const answered = await repository(run, askingStatements).answerRequest({
          digest: digestOf(secret),
          now,
          sealedMatch,
        });
        if (!answered) throw over();
        audit({
          chain: PLATFORM,
          action: 'answerCandidateRequest',
          purpose: null,
          subject: null,
          objects: [id],
        });
        return [id];
      },
    );
  }

  async #open(secret: string) {
    const now = this.deps.clock();
    const request = await this.#asking.requestBySecret({ digest: digestOf(secret), now });
    if (!request) throw notFound('candidate request', '');
    if (request.answeredAt !== null || request.expiresAt <= now) throw over();
    return request;
  }

  async #walletUri(secret: string): Promise<string> {
    const { did } = await publisherOf(this.deps);
    const uri = new URL('openid4vp://');
    uri.searchParams.set('client_id', clientId(did));
    uri.searchParams.set('request_uri', `${this.deps.publicUrl}/oid4vp/requests/${secret}`);
    return uri.toString();
  }

  #sealer() {
    return createSealer(this.deps.indexKey);
  }

  #opened(id: string, sealed: string): Answer {
    const match = JSON.parse(this.#sealer().open(sealed, placeOf(id)).toString('utf8'), (name, value) =>
      INSTANTS.has(name) && typeof value === 'string' ? new Date(value) : value,
    );
    return match as Answer;
  }
}

const INSTANTS: ReadonlySet<string> = new Set(['evaluatedAt', 'awardedAt', 'validUntil']);

const placeOf = (id: string): string => `CandidateRequest/${id}/sealedMatch`;

const clientId = (did: string): string => `decentralized_identifier:${did}`;

/** What the holder has to sign; whoever has the address can tell it, and nobody else. */
const nonceOf = (secret: string): string =>
  createHash('sha256').update(`nonce of ${secret}`, 'utf8').digest('base64url');

/** Names that hold for this one answer, so that nobody can tell that two were of the same person. */
function strangers(secret: string): Candidate['pseudonyms'] {
  const name = (id: string) =>
    createHash('sha256').update(`${secret} ${id}`, 'utf8').digest('base64url').slice(0, 22);
  return { learner: name, credential: name };
}

const over = () =>
  conflict('This request was answered or is over. Ask for another one.', { reason: 'REQUEST_OVER' });
