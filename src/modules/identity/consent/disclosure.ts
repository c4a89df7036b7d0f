import { z } from 'zod';
import { instant } from '../../../platform/graph/types.ts';
import { asMember, type Role, type Viewer } from '../viewer.ts';
import type { ConsentPurpose, ConsentScope, Use } from './consent.rules.ts';

/**
 * Leave to read about learners: for one organisation, one purpose, at one instant. Only {@link discloses} makes one, and a
 * statement with the fragment `disclosed-learners` cannot be asked without one.
 */
export class Disclosure {
  /** Checked at run time, too: what only looks like a disclosure is none. */
  readonly #made = true;

  private constructor(
    readonly organizationId: string,
    readonly at: Date,
    readonly use: Use,
  ) {}

  static isOne(value: unknown): value is Disclosure {
    return typeof value === 'object' && value !== null && #made in value;
  }

  static to(organizationId: string, at: Date, use: Use): Disclosure {
    return new Disclosure(organizationId, at, use);
  }
}

export interface DisclosureLimits {
  /** The data that cannot be done without; a consent that leaves one out does not count. */
  readonly scopes: readonly ConsentScope[];
  /** The campaign the viewer acts within: consents that are limited to it count, too. */
  readonly campaignId?: string | null | undefined;
}

/** Who may use what learners agreed to; work is looked at by those who review badges from outside, too. */
const USED_BY: Readonly<Record<ConsentPurpose, readonly Role[]>> = {
  MATCHING: ['EMPLOYER'],
  REVEAL: ['EMPLOYER'],
  EVIDENCE: ['EMPLOYER', 'EXTERNAL_REVIEWER'],
  ANALYTICS: ['EMPLOYER'],
};

/**
 * The one function through which somebody outside of the issuer reads anything about a person: what may be read is what learners let the
 * viewer's organisation read, for this purpose, at this instant. UNAUTHENTICATED or FORBIDDEN unless the viewer is an EMPLOYER or, for
 * EVIDENCE, an EXTERNAL_REVIEWER.
 */
export function discloses(
  viewer: Viewer,
  purpose: ConsentPurpose,
  at: Date,
  { scopes, campaignId = null }: DisclosureLimits,
): Disclosure {
  const { organizationId } = asMember(viewer, ...USED_BY[purpose]);
  return Disclosure.to(organizationId, at, { purpose, scopes, campaignId });
}

const plain = z.object({
  organizationId: z.string().min(1),
  at: instant,
  purpose: z.string(),
  scopes: z.array(z.string()),
  campaignId: z.string().nullable(),
});

/** The parameter of a statement with the fragment `disclosed-learners`. */
export const disclosure = z
  .custom<Disclosure>(Disclosure.isOne, 'must come from discloses()')
  .transform(({ organizationId, at, use }) =>
    plain.parse({ organizationId, at, ...use, scopes: [...use.scopes] }),
  );
