import { notFound } from '../../../platform/errors.ts';
import type { Run } from '../../../platform/graph/repository.ts';
import { type Badge, readBadges } from '../badges.ts';

/** The badge versions of one batch, each read once. */
export class BadgeBook {
  readonly #badges = new Map<string, Badge>();

  constructor(private readonly run: Run) {}

  async learn(ids: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.#badges.has(id));
    if (unknown.length === 0) return;
    for (const badge of await readBadges(this.run, unknown)) this.#badges.set(badge.versionId, badge);
  }

  /** NOT_FOUND for one that does not exist. */
  badge(id: string): Badge {
    const badge = this.#badges.get(id);
    if (!badge) throw notFound('badge version', id);
    return badge;
  }

  /** The DID of the issuer, where it has one already. */
  didOf(organizationId: string): string | null {
    for (const { issuer, issuerDid } of this.#badges.values())
      if (issuer.organizationId === organizationId) return issuerDid;
    return null;
  }

  /** Forgets what was read, because the graph has changed meanwhile. */
  forget(): void {
    this.#badges.clear();
  }
}
