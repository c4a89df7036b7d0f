import { createHash, randomBytes } from 'node:crypto';
import { conflict, invalidInput, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import type { Mutations } from '../../identity/mutations.ts';
import { asMember, type Role, type Viewer } from '../../identity/viewer.ts';
import type { Credentialing } from '../credentialing.ts';
import { type PresentationReport, verifyPresentation } from '../verification/presentation.ts';
import { graphSources } from '../verification/sources.ts';
import { presentationStatements } from './presentations.repository.ts';

/** What a wallet has to sign, so that nobody can use the answer elsewhere or again. */
export interface PresentationRequest {
  readonly challenge: string;
  readonly domain: string;
  readonly expiresAt: Date;
}

/** Who may ask for presentations: whoever recognises what others issued. */
export const VERIFIERS: readonly [Role, ...Role[]] = [
  'EMPLOYER',
  'ISSUER_STAFF',
  'ISSUER_ADMIN',
  'EXTERNAL_REVIEWER',
];

const MINUTES = 10;
/** How long an answered or expired request is remembered, so that a late answer is told what became of it. */
const REMEMBERED_HOURS = 24;
const HOST = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:\d{1,5})?$/;

interface Dependencies extends Credentialing {
  readonly graph: Graph;
  readonly viewer: Viewer;
  readonly mutations: Mutations;
}

/** Asks for presentations and verifies them. A challenge is answered once, by the organisation that asked, within ten minutes. */
export class PresentationsService {
  constructor(private readonly deps: Dependencies) {}

  /** What the holder's wallet has to sign. `domain` is the host where the holder is asked; this service's own unless given. Errors: INVALID_INPUT. */
  async ask(domain: string | null | undefined, idempotencyKey?: string | null): Promise<PresentationRequest> {
    const { viewer, mutations, publicUrl } = this.deps;
    const { organizationId } = asMember(viewer, ...VERIFIERS);
    const host = domain ?? new URL(publicUrl).host;
    if (!HOST.test(host))
      throw invalidInput('domain', 'must be a host in lower case, perhaps with a port: jobs.example.org.');
    const asked = { name: 'requestPresentation', input: { domain: host }, idempotencyKey };
    const [challenge, expiresAt] = await mutations.perform(asked, async ({ run, now, audit }) => {
      const made = randomBytes(32).toString('base64url');
      const until = new Date(now.getTime() + MINUTES * 60_000);
      await repository(run, presentationStatements).ask({
        organizationId,
        digest: digestOf(made),
        domain: host,
        now,
        expiresAt: until,
        forgetBefore: new Date(now.getTime() - REMEMBERED_HOURS * 3_600_000),
      });
      audit({
        chain: organizationId,
        action: 'requestPresentation',
        purpose: null,
        subject: null,
        objects: [],
      });
      return [made, until.toISOString()] as const;
    });
    return { challenge, domain: host, expiresAt: new Date(expiresAt) };
  }

  /**
   * Verifies what the holder presents for a challenge, which is used up whatever comes of it: of many answers at once, one is looked at.
   * Nothing of the presentation is kept. Errors: NOT_FOUND for a challenge this organisation did not make, CONFLICT for one that
   * was answered (`CHALLENGE_USED`) or is over (`CHALLENGE_EXPIRED`).
   */
  async verify(
    presentation: string,
    challenge: string,
    idempotencyKey?: string | null,
  ): Promise<PresentationReport> {
    const { viewer, mutations, clock } = this.deps;
    const { organizationId } = asMember(viewer, ...VERIFIERS);
    const digest = digestOf(challenge);
    const input = { digest, presentation: digestOf(presentation) };
    const domain = await mutations.perform(
      { name: 'verifyPresentation', input, idempotencyKey },
      async ({ run, now, audit }) => {
        const requests = repository(run, presentationStatements);
        const request = await requests.hold({ organizationId, digest, now });
        if (!request) throw notFound('presentation request', challenge.slice(0, 100), 'challenge');
        if (request.answeredAt !== null) throw used();
        if (request.expiresAt.getTime() <= now.getTime()) throw expired();
        await requests.answer({ digest, now });
        audit({
          chain: organizationId,
          action: 'verifyPresentation',
          purpose: null,
          subject: null,
          objects: [],
        });
        return request.domain;
      },
    );
    return verifyPresentation(presentation, { challenge, domain, now: clock() }, graphSources(this.deps));
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64url');

const used = () =>
  conflict('This challenge has been answered. Ask for another presentation.', {
    argument: 'challenge',
    reason: 'CHALLENGE_USED',
  });

const expired = () =>
  conflict('This challenge is over. Ask for another presentation.', {
    argument: 'challenge',
    reason: 'CHALLENGE_EXPIRED',
  });
