import type { PresentationReport } from '../../credentials/verification/presentation.ts';
import { decodeSdJwt } from '../../credentials/verification/sd-jwt.ts';
import type { ClaimRow } from '../claims.ts';

/** One badge as a wallet presented it, and what verifying found. */
export interface PresentedBadge {
  readonly text: string;
  readonly report: PresentationReport;
}

/** Why what was presented is not taken as a whole; null when it may be. Everything has to hold, and to be bound to one key. */
export function problemWith(presented: readonly PresentedBadge[]): string | null {
  for (const { report } of presented)
    if (report.verdict !== 'VERIFIED')
      return report.steps.find(({ outcome }) => outcome !== 'PASS')?.reason ?? 'It does not verify.';
  const keys = new Set(presented.map(({ text }) => keyOf(text)));
  return keys.size === 1 && !keys.has(null) ? null : 'All of it has to be bound to the key of one holder.';
}

function keyOf(text: string): string | null {
  const decoded = decodeSdJwt(text);
  if ('problem' in decoded) return null;
  const { jwk } = (decoded.claims['cnf'] ?? {}) as { jwk?: { x?: unknown; y?: unknown; n?: unknown } };
  return jwk ? JSON.stringify([jwk.x, jwk.y, jwk.n]) : null;
}

/** Of what these credentials prove, what their holder let be seen. */
export function disclosedOf(
  proven: readonly ClaimRow[],
  presented: readonly PresentedBadge[],
  idIn: (url: string) => string | null,
): ClaimRow[] {
  const seen = new Set(
    presented.flatMap(({ report }) =>
      report.credentials.flatMap(({ credentialId, alignments }) =>
        alignments.map(({ targetUrl }) => `${idIn(credentialId ?? '')} ${targetUrl}`),
      ),
    ),
  );
  return proven.filter(({ credentialId, skill }) => seen.has(`${credentialId} ${skill}`));
}
