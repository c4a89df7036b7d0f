import type { KeyFindings, NamedKey } from './issuer.ts';
import { checkJwt } from './jwt.ts';
import type { Presented } from './presented.ts';
import { isKnownSuite, suiteOf } from './proofs.ts';
import { couldNot, type Finding, fail, pass, worst } from './report.ts';
import { describe } from './shapes.ts';
import { proofShape, type Reading } from './structure.ts';
import type { VerificationSources } from './verification-sources.ts';

type Json = Readonly<Record<string, unknown>>;

/** A document with its signature, in the two forms that share the data model. */
export type Signed = Extract<Presented, { readonly document: Json }>;

/** The keys the signatures of a document say they were made with. */
export function namedKeys(signed: Signed, issuer: string): NamedKey[] {
  if (signed.format === 'JWT') {
    const { kid, ownKey } = signed.jwt;
    return [{ method: kid ?? issuer, ownKey: kid === null ? ownKey : null }];
  }
  return proofsOf(signed.document).flatMap(({ verificationMethod }) =>
    typeof verificationMethod === 'string' ? [{ method: verificationMethod }] : [],
  );
}

export const proofsOf = (document: Json): Json[] => [document['proof'] ?? []].flat() as Json[];

/** Whether every signature holds. Without a key that can be had, that cannot be told. */
export async function checkSignatures(
  signed: Signed,
  { keys }: KeyFindings,
  issuer: string,
  sources: Pick<VerificationSources, 'checkProof'>,
): Promise<Finding> {
  if (signed.format === 'JWT') {
    const key = keys.get(signed.jwt.kid ?? issuer);
    return key ? checkJwt(signed.jwt, key) : couldNot('The key of the issuer is not known.');
  }
  const findings: Finding[] = [];
  for (const proof of proofsOf(signed.document)) {
    if (!isKnownSuite(suiteOf(proof))) {
      findings.push(couldNot(`Proofs of the kind ${suiteOf(proof).slice(0, 80)} are not checked.`));
      continue;
    }
    const { data, error } = proofShape.safeParse(proof);
    if (!data) {
      findings.push(fail(`The proof is not well-formed: ${describe(error)}`));
      continue;
    }
    const key = keys.get(data.verificationMethod);
    findings.push(
      key
        ? await sources.checkProof(signed.document, proof, key)
        : couldNot('The key of the issuer is not known.'),
    );
  }
  return worst(findings, findings.length === 1 ? (findings[0] as Finding) : pass('Every proof holds.'));
}

/** Addresses of the published JSON Schemas whose rules the structure check holds a credential to. */
const PUBLISHED_SCHEMA =
  /^https:\/\/purl\.imsglobal\.org\/spec\/(ob|clr)\/v\d+p\d+\/schema\/json\/[a-z0-9_.-]+$/;

/** Whether it keeps to the schemas it names: those of Open Badges are the structure check; no other is fetched. */
export function checkSchemas({ schemas }: Reading): Finding {
  const other = schemas.find(({ id }) => !PUBLISHED_SCHEMA.test(String(id)));
  if (other) return couldNot(`It is not held against the schema ${String(other['id']).slice(0, 200)}.`);
  return pass(schemas.length === 0 ? 'It names no schema.' : 'It has the structure its schema asks for.');
}

/** Whether badges of this service in it belong to its issuer. */
export async function checkAchievements(
  { achievements, issuer }: Pick<Reading, 'achievements' | 'issuer'>,
  sources: Pick<VerificationSources, 'achievementIssuer'>,
): Promise<Finding> {
  let known = 0;
  for (const id of achievements) {
    const owner = await sources.achievementIssuer(id);
    if (owner === undefined) continue;
    known += 1;
    if (owner === null) return fail(`${id} is of this service, but no badge has it.`);
    if (owner !== issuer) return fail(`The badge ${id} belongs to ${owner}, who did not issue this.`);
  }
  return pass(
    known > 0
      ? 'The badge belongs to the issuer.'
      : 'The badge is not of this service; nobody here claims it.',
  );
}

/** Whether now lies in `[validFrom, validUntil)`, and before every other end that the signature itself names. */
export function checkDates({ validFrom, validUntil }: Reading, signed: Signed, now: Date): Finding {
  const instant = now.getTime();
  if (validFrom && Date.parse(validFrom) > instant) return fail(`Valid only from ${validFrom}.`);
  if (validUntil && Date.parse(validUntil) <= instant) return fail(`Expired on ${validUntil}.`);
  const claims = signed.format === 'JWT' ? signed.jwt.payload : {};
  const outside = outsideOf(claims, now);
  if (outside) return fail(outside);
  const expired = proofsOf(signed.document).find(
    ({ expires }) => typeof expires === 'string' && !(Date.parse(expires) > instant),
  );
  if (expired) return fail(`A proof expired on ${expired['expires']}.`);
  return pass(validUntil ? `Valid until ${validUntil}.` : 'Valid without end.');
}

/** What the claims `nbf` and `exp` (RFC 7519) say against now; null if nothing. Claims that are no numbers count against it. */
export function outsideOf({ nbf, exp }: Json, now: Date): string | null {
  const seconds = now.getTime() / 1000;
  if (nbf !== undefined && !(typeof nbf === 'number' && nbf <= seconds))
    return `Its claim nbf is ${String(nbf)}.`;
  if (exp !== undefined && !(typeof exp === 'number' && exp > seconds))
    return `Its claim exp is ${String(exp)}.`;
  return null;
}
