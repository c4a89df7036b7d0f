import { z } from 'zod';
import { outsideOf, proofsOf } from './checks.ts';
import { checkKeys, type KeyFindings } from './issuer.ts';
import { checkJwt, type DecodedJwt, decodeJwt } from './jwt.ts';
import { credentialsFinding, verifyInside } from './presentation-credentials.ts';
import { type Presented, readPresented } from './presented.ts';
import { isKnownSuite, suiteOf } from './proofs.ts';
import { readJson } from './read-json.ts';
import {
  couldNot,
  type Finding,
  fail,
  pass,
  type Step,
  stepsOf,
  type TimedFinding,
  timed,
  type Verdict,
  type VerificationReport,
  verdictOf,
  worst,
} from './report.ts';
import { checkKeyBinding } from './sd-jwt.ts';
import { dateTimeStamp, describe, text, uri } from './shapes.ts';
import { misplacedKeyword } from './structure.ts';
import { checkPresentationModel } from './vcdm.ts';
import type { VerificationSources } from './verification-sources.ts';
import { verifyPresented } from './verify.ts';

/** The checks of a presentation, in the order they are made. */
export const PRESENTATION_STEPS = [
  'FORMAT',
  'STRUCTURE',
  'HOLDER',
  'PROOF',
  'CHALLENGE',
  'CREDENTIALS',
  'BINDING',
] as const;
export type PresentationStepName = (typeof PRESENTATION_STEPS)[number];

export interface PresentationReport {
  readonly verdict: Verdict;
  readonly checkedAt: Date;
  readonly steps: readonly Step<PresentationStepName>[];
  /** Who presents, as a DID; null when it does not say, or stands for nobody but a key. */
  readonly holder: string | null;
  /** What was presented, each verified as if it had been shown alone. */
  readonly credentials: readonly VerificationReport[];
}

/** What the verifier asked for, so that what was made for somebody else, or before, is no answer. */
export interface Asked {
  readonly challenge: string;
  readonly domain: string;
  /** True where the challenge alone says whom it was made for: it is shown to one party only. A wrong domain is refused even so. */
  readonly domainMayBeMissing?: boolean;
  readonly now: Date;
}

type Json = Readonly<Record<string, unknown>>;
type Findings = Partial<Record<PresentationStepName, TimedFinding>>;
interface Outcome {
  readonly findings: Findings;
  readonly holder?: string | null;
  readonly credentials?: readonly VerificationReport[];
}

const CREDENTIALS = 20;

/**
 * Verifies a presentation: JSON with embedded proofs, a JWT, or an SD-JWT with key binding. The holder has to have signed it for this challenge
 * and this domain, every credential in it has to verify, and to be about the holder. Answers for any text.
 */
export async function verifyPresentation(
  given: string,
  asked: Asked,
  sources: VerificationSources,
): Promise<PresentationReport> {
  const { findings, holder = null, credentials = [] } = await outcomeOf(given.trim(), asked, sources);
  const steps = stepsOf(PRESENTATION_STEPS, findings);
  return { verdict: verdictOf(steps), checkedAt: asked.now, steps, holder, credentials };
}

async function outcomeOf(given: string, asked: Asked, sources: VerificationSources): Promise<Outcome> {
  const started = performance.now();
  const format = (finding: Finding): TimedFinding => ({
    ...finding,
    milliseconds: performance.now() - started,
  });
  if (given.includes('~')) return ofSdJwt(await readPresented(given, sources.web), format, asked, sources);
  if (given.startsWith('{')) {
    const read = readJson(given);
    if ('problem' in read) return { findings: { FORMAT: format(fail(read.problem)) } };
    return ofJson(
      read.document,
      { FORMAT: format(pass('A JSON object within the limits.')) },
      asked,
      sources,
    );
  }
  const jwt = decodeJwt(given);
  if ('problem' in jwt) return { findings: { FORMAT: format(fail(jwt.problem)) } };
  return ofJwt(jwt, { FORMAT: format(pass('A compact JWT.')) }, asked, sources);
}

const proofShape = z.looseObject({
  type: text,
  verificationMethod: uri,
  proofPurpose: z.literal('authentication'),
  proofValue: text,
  challenge: text,
  domain: z.union([text, z.array(text)]).optional(),
  expires: dateTimeStamp.optional(),
});

async function ofJson(
  document: Json,
  before: Findings,
  asked: Asked,
  sources: VerificationSources,
): Promise<Outcome> {
  const proofs = proofsOf(document);
  const STRUCTURE = await timed(() => {
    const misplaced = misplacedKeyword(document, sources.contexts);
    if (misplaced) return 'problem' in misplaced ? fail(misplaced.problem) : couldNot(misplaced.unread);
    const { error } = z.array(proofShape).min(1).max(4).safeParse(proofs);
    const problem = checkPresentationModel(document) ?? (error ? `proof: ${describe(error)}` : null);
    return problem ? fail(problem) : pass('A presentation with an embedded proof.');
  });
  if (STRUCTURE.outcome !== 'PASS') return { findings: { ...before, STRUCTURE } };
  const methods = proofs.map(({ verificationMethod }) => String(verificationMethod));
  const holder = holderOf(document) ?? methods[0]?.split('#')[0] ?? '';
  const started = performance.now();
  const keys = await checkKeys(
    holder,
    methods.map((method) => ({ method })),
    'authentication',
    sources,
  );
  const HOLDER = { ...keys.finding, milliseconds: performance.now() - started };
  const PROOF = await timed(() => checkProofs(document, proofs, keys, sources));
  const CHALLENGE = await timed(() =>
    worst(
      proofs.map((proof) => answers(proof['challenge'], proof['domain'], proof['expires'], asked)),
      pass('It answers this challenge, for this domain.'),
    ),
  );
  const findings = { ...before, STRUCTURE, HOLDER, PROOF, CHALLENGE };
  return withCredentials(document, holder, findings, asked, sources);
}

async function checkProofs(
  document: Json,
  proofs: readonly Json[],
  { finding, keys }: KeyFindings,
  sources: VerificationSources,
): Promise<Finding> {
  if (finding.outcome === 'FAIL') return couldNot('The key of the holder is not known.');
  const findings: Finding[] = [];
  for (const proof of proofs) {
    const key = keys.get(String(proof['verificationMethod']));
    if (!isKnownSuite(suiteOf(proof)))
      findings.push(couldNot(`Proofs of the kind ${suiteOf(proof).slice(0, 80)} are not checked.`));
    else
      findings.push(
        key
          ? await sources.checkProof(document, proof, key)
          : couldNot('The key of the holder is not known.'),
      );
  }
  return worst(findings, pass('Every proof holds.'));
}

async function ofJwt(
  jwt: DecodedJwt,
  before: Findings,
  asked: Asked,
  sources: VerificationSources,
): Promise<Outcome> {
  const { vp, iss, nonce, aud } = jwt.payload;
  const document = vp !== null && typeof vp === 'object' ? (vp as Json) : jwt.payload;
  const named = holderOf(document);
  const STRUCTURE = await timed(() => {
    if (![document['type']].flat().includes('VerifiablePresentation'))
      return fail('/type: must name VerifiablePresentation');
    if (named && iss !== undefined && iss !== named) return fail('iss and holder say different things.');
    return pass('A presentation as JWT.');
  });
  const holder = named ?? (typeof iss === 'string' ? iss : (jwt.kid?.split('#')[0] ?? ''));
  if (STRUCTURE.outcome !== 'PASS' || holder === '') return { findings: { ...before, STRUCTURE } };
  const method = jwt.kid ?? holder;
  const started = performance.now();
  const ownKey = jwt.kid === null ? jwt.ownKey : null;
  const keys = await checkKeys(holder, [{ method, ownKey }], 'authentication', sources);
  const HOLDER = { ...keys.finding, milliseconds: performance.now() - started };
  const key = keys.keys.get(method);
  const PROOF = await timed(() =>
    key && HOLDER.outcome !== 'FAIL' ? checkJwt(jwt, key) : couldNot('The key of the holder is not known.'),
  );
  const CHALLENGE = await timed(() => {
    const outside = outsideOf(jwt.payload, asked.now);
    return outside ? fail(outside) : answers(nonce, aud, undefined, asked);
  });
  return withCredentials(
    document,
    holder,
    { ...before, STRUCTURE, HOLDER, PROOF, CHALLENGE },
    asked,
    sources,
  );
}

async function ofSdJwt(
  presented: Presented,
  format: (finding: Finding) => TimedFinding,
  { challenge, domain, now }: Asked,
  sources: VerificationSources,
): Promise<Outcome> {
  if ('problem' in presented) return { findings: { FORMAT: format(fail(presented.problem)) } };
  if (presented.format !== 'SD_JWT')
    return { findings: { FORMAT: format(fail('That is no presentation.')) } };
  const FORMAT = format(pass(presented.how));
  const { sdJwt } = presented;
  const binding = await timed(() => checkKeyBinding(sdJwt, { audience: domain, nonce: challenge, now }));
  const report = await verifyPresented(presented, sources, now, 0);
  const { sub } = sdJwt.claims;
  return {
    findings: {
      FORMAT,
      STRUCTURE: await timed(() =>
        sdJwt.keyBinding ? pass('An SD-JWT with key binding.') : fail('There is no key binding.'),
      ),
      HOLDER: await timed(() => pass('The holder is whoever has the key it is bound to.')),
      PROOF: binding,
      CHALLENGE: binding,
      CREDENTIALS: await timed(() => credentialsFinding([report])),
      BINDING: binding,
    },
    holder: typeof sub === 'string' ? sub : null,
    credentials: [report],
  };
}

async function withCredentials(
  document: Json,
  holder: string,
  findings: Findings,
  { now }: Asked,
  sources: VerificationSources,
): Promise<Outcome> {
  const given = [document['verifiableCredential'] ?? []].flat().slice(0, CREDENTIALS + 1);
  if (given.length === 0 || given.length > CREDENTIALS) {
    const finding = fail(`A presentation holds 1 to ${CREDENTIALS} credentials.`);
    return { findings: { ...findings, CREDENTIALS: { ...finding, milliseconds: 0 } }, holder };
  }
  const started = performance.now();
  const { credentials, bindings } = await verifyInside(given, holder, now, sources);
  return {
    findings: {
      ...findings,
      CREDENTIALS: { ...credentialsFinding(credentials), milliseconds: performance.now() - started },
      BINDING: await timed(() => worst(bindings, pass('Every credential is about the holder.'))),
    },
    holder,
    credentials,
  };
}

function answers(challenge: unknown, domain: unknown, expires: unknown, asked: Asked): Finding {
  if (challenge !== asked.challenge) return fail('It answers another challenge.');
  const domains = [domain ?? []].flat();
  const isLeftOut = domains.length === 0 && asked.domainMayBeMissing === true;
  if (!isLeftOut && !domains.includes(asked.domain)) return fail(`It is not made for ${asked.domain}.`);
  if (typeof expires === 'string' && !(Date.parse(expires) > asked.now.getTime()))
    return fail(`It expired on ${expires}.`);
  return pass('It answers this challenge, for this domain.');
}

function holderOf({ holder }: Json): string | null {
  const id = typeof holder === 'string' ? holder : (holder as Json | undefined)?.['id'];
  return typeof id === 'string' ? id : null;
}
