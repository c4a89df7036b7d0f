import { type Presented, readPresented } from './presented.ts';
import { couldNot, type Finding, fail, pass, type VerificationReport, worst } from './report.ts';
import type { VerificationSources } from './verification-sources.ts';
import { verifyPresented } from './verify.ts';

type Json = Readonly<Record<string, unknown>>;

/** Verifies each credential in a presentation, and whether it is about the holder. */
export async function verifyInside(
  given: readonly unknown[],
  holder: string,
  now: Date,
  sources: VerificationSources,
): Promise<{ readonly credentials: VerificationReport[]; readonly bindings: Finding[] }> {
  const credentials: VerificationReport[] = [];
  const bindings: Finding[] = [];
  for (const each of given) {
    const presented = await readInside(each, sources);
    credentials.push(await verifyPresented(presented, sources, now, 0));
    bindings.push(isAbout(presented, holder));
  }
  return { credentials, bindings };
}

/** Only what lies in the presentation itself: an address would let the holder swap the credential afterwards. */
async function readInside(given: unknown, sources: VerificationSources): Promise<Presented> {
  const inside = typeof given === 'string' ? given : JSON.stringify(given);
  if (/^\s*https?:/i.test(inside)) return { problem: 'A credential in a presentation is not fetched.' };
  return readPresented(inside, sources.web);
}

function isAbout(presented: Presented, holder: string): Finding {
  if ('problem' in presented) return couldNot('A credential cannot be read.');
  if (presented.format === 'SD_JWT') {
    const { sub } = presented.sdJwt.claims;
    return sub === holder ? pass('') : couldNot('A credential does not say that it is about the holder.');
  }
  const subjects = [presented.document['credentialSubject'] ?? []].flat() as Json[];
  const ids = subjects.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  if (ids.length === 0) return couldNot('A credential does not name its holder by a DID.');
  return ids.includes(holder) ? pass('') : fail(`A credential is about ${ids[0]}, not about the holder.`);
}

/** What the verdicts on the credentials in a presentation amount to. */
export function credentialsFinding(reports: readonly VerificationReport[]): Finding {
  return worst(
    reports.map(({ verdict, steps }) => {
      if (verdict === 'VERIFIED') return pass('');
      const wanted = verdict === 'FAILED' ? 'FAIL' : 'COULD_NOT_CHECK';
      const reason = steps.find(({ outcome }) => outcome === wanted)?.reason ?? '';
      return verdict === 'FAILED' ? fail(`A credential: ${reason}`) : couldNot(`A credential: ${reason}`);
    }),
    pass(
      reports.length === 1
        ? 'The credential in it is verified.'
        : `All ${reports.length} credentials in it are verified.`,
    ),
  );
}
