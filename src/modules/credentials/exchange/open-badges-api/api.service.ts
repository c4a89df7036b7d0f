import { invalidInput } from '../../../../platform/errors.ts';
import type { Graph } from '../../../../platform/graph/graph.ts';
import { repository } from '../../../../platform/graph/repository.ts';
import { newId } from '../../../../platform/ids.ts';
import { PLATFORM } from '../../../identity/audit/audit.service.ts';
import type { Reads } from '../../../identity/audit/reads.ts';
import type { ForeignService } from '../../foreign/foreign.service.ts';
import type { PublicUrls } from '../../public-urls.ts';
import { hostStatements } from './hosts.repository.ts';
import type { ConnectedHost } from './hosts.service.ts';
import type { Part } from './page.ts';
import { type Identity, identityOf, isSame, supersedes } from './upsert.rules.ts';

const isJson = (text: string): boolean => text.startsWith('{');

/** What a learner's own services answer. */
export interface OwnRecord {
  readonly reads: Reads;
  readonly credentials: { document(id: string): Promise<string | null> };
  readonly foreign: Pick<ForeignService, 'list' | 'bring' | 'remove' | 'document'>;
  readonly learners: { me(): Promise<{ readonly name: string | null; readonly email: string | null }> };
}

/** What a host is let see of a learner, each look noted for them under the id of the host. */
export class OpenBadgesApiService {
  readonly #hosts;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly urls: PublicUrls;
      readonly learnerId: string;
      readonly host: ConnectedHost;
      readonly own: OwnRecord;
    },
  ) {
    this.#hosts = repository(deps.graph.run, hostStatements);
  }

  /** A part of what the learner holds, as it was signed: what was issued, or brought from elsewhere, the earliest first. */
  async credentials({ since, offset, limit }: Part) {
    const { learnerId, own } = this.deps;
    const { total, entries } = await this.#hosts.credentialsSince({ learnerId, since, offset, limit });
    const texts = await Promise.all(
      entries.map(({ id, isOurs }) => (isOurs ? own.credentials : own.foreign).document(id)),
    );
    await this.#noted(entries.map(({ id }) => id));
    const signed = texts.flatMap((text) => text ?? []);
    return {
      total,
      credential: signed.filter(isJson).map((text) => JSON.parse(text) as Record<string, unknown>),
      compactJwsString: signed.filter((text) => !isJson(text)),
    };
  }

  /**
   * Brings a credential that others issued into the learner's record, in the place of the same one (issuer and id) where this is newer. What was issued
   * here stands there already. Refusals are those of `bringCredential`, and INVALID_INPUT for what is neither JSON nor a compact JWS.
   */
  async upsert(text: string): Promise<'CREATED' | 'REPLACED' | 'UNCHANGED'> {
    const { own, urls } = this.deps;
    const fresh = identityOf(text);
    if (!fresh)
      throw invalidInput('body', 'must be a credential with issuer and id, as JSON or compact JWS.', {
        reason: 'NOT_READABLE',
      });
    const ours = urls.idIn('credentials', fresh.id);
    if (ours !== null && (await own.credentials.document(ours)) !== null) return 'UNCHANGED';
    const known = await this.#same(fresh);
    const before = known && identityOf((await own.foreign.document(known)) ?? '');
    if (before && !supersedes(fresh, before)) return 'UNCHANGED';
    const { id } = await own.foreign.bring(text, undefined);
    if (known && known !== id) await own.foreign.remove(known, newId());
    await this.#noted([id]);
    return known ? 'REPLACED' : 'CREATED';
  }

  /** The id of the same credential in the learner's record; null when there is none. */
  async #same(fresh: Identity): Promise<string | null> {
    for (let after: string | undefined; ; ) {
      const page = await this.deps.own.foreign.list({ first: 100, after });
      const found = page.edges.find(({ node: { report } }) =>
        isSame(fresh, { issuer: report.issuer ?? '', id: report.credentialId ?? '' }),
      );
      if (found) return found.node.id;
      if (!page.pageInfo.hasNextPage) return null;
      after = page.pageInfo.endCursor ?? undefined;
    }
  }

  /** Who the learner is, as an Open Badges Profile. Its id is for this host alone. */
  async profile(address: string) {
    const { learnerId, host, own } = this.deps;
    const { name, email } = await own.learners.me();
    await this.#noted([learnerId]);
    return {
      '@context': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      id: `${address}#${host.id}`,
      type: ['Profile'],
      ...(name !== null && { name }),
      ...(email !== null && { email }),
    };
  }

  /** Writes down what is about to be shown; when that fails, it is not shown. */
  #noted(ids: readonly string[]): Promise<void> {
    const { own, host, learnerId } = this.deps;
    own.reads.note({ chain: PLATFORM, purpose: 'HOST', subject: learnerId, objects: [host.id, ...ids] });
    return own.reads.write();
  }
}
