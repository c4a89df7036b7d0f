import {
  checkAchievements,
  checkDates,
  checkSchemas,
  checkSignatures,
  namedKeys,
  type Signed,
} from './checks.ts';
import { checkKeys } from './issuer.ts';
import { checkLogged } from './logged.ts';
import { type Presented, readPresented } from './presented.ts';
import {
  couldNot,
  type Finding,
  fail,
  type PresentedFormat,
  pass,
  STEPS,
  type StepName,
  stepsOf,
  type TimedFinding,
  type TrustAnswer,
  timed,
  type VerificationReport,
  type VouchedAlignment,
  verdictOf,
  worst,
} from './report.ts';
import { checkSdJwt } from './sd-jwt-credential.ts';
import { checkStatuses } from './status.ts';
import { checkStructure, credentialsIn, endorsementsIn, type Reading } from './structure.ts';
import { UNKNOWN } from './trust.ts';
import type { VerificationSources } from './verification-sources.ts';
import { trustFinding, vouchedBy } from './vouching.ts';

/** How deep credentials in credentials are followed: a badge, its status list, its endorsements, their status lists. */
const NESTING = 3;

export type Findings = Partial<Record<StepName, TimedFinding>>;

export interface Facts {
  readonly format?: PresentedFormat;
  readonly credentialId?: string | null;
  readonly issuer?: string;
  readonly trust?: TrustAnswer;
  readonly alignments?: readonly VouchedAlignment[];
}

/**
 * Verifies what anybody shows, step by step: JSON with embedded proofs, a JWT, an SD-JWT, an image with one of these baked in, or an https
 * address where it lies. It answers for any text; it throws only when this service's own sources do (such as UNAVAILABLE). What the
 * world outside does not answer is COULD_NOT_CHECK, which never counts as a pass.
 */
export async function verifyDocument(
  text: string,
  sources: VerificationSources,
  now: Date,
): Promise<VerificationReport> {
  const started = performance.now();
  const presented = await readPresented(text, sources.web);
  return verifyPresented(presented, sources, now, performance.now() - started);
}

/** The same for what has been read already, such as an uploaded file; `milliseconds` is what reading took. */
export async function verifyPresented(
  presented: Presented,
  sources: VerificationSources,
  now: Date,
  milliseconds: number,
): Promise<VerificationReport> {
  const { findings, facts } = await allChecks(presented, sources, now, milliseconds, NESTING);
  return reportOf(findings, facts, now);
}

function reportOf(findings: Findings, facts: Facts, checkedAt: Date): VerificationReport {
  const steps = stepsOf(STEPS, findings);
  return {
    verdict: verdictOf(steps),
    checkedAt,
    steps,
    format: facts.format ?? null,
    credentialId: facts.credentialId ?? null,
    issuer: facts.issuer ?? null,
    trust: facts.trust ?? null,
    alignments: facts.alignments ?? [],
  };
}

async function allChecks(
  presented: Presented,
  sources: VerificationSources,
  now: Date,
  milliseconds: number,
  nesting: number,
): Promise<{ findings: Findings; facts: Facts }> {
  if ('problem' in presented) {
    const finding = presented.away ? couldNot(presented.problem) : fail(presented.problem);
    return { findings: { FORMAT: { ...finding, milliseconds } }, facts: {} };
  }
  const FORMAT = { ...pass(presented.how), milliseconds };
  if (presented.format === 'SD_JWT') return checkSdJwt(presented.sdJwt, { FORMAT }, sources, now);
  const { format, document } = presented;
  const started = performance.now();
  const structure = checkStructure(document, sources.contexts, format === 'JWT' ? 'OUTSIDE' : 'EMBEDDED');
  const took = performance.now() - started;
  if (!('credential' in structure)) {
    const finding = 'problem' in structure ? fail(structure.problem) : couldNot(structure.unread);
    return { findings: { FORMAT, STRUCTURE: { ...finding, milliseconds: took } }, facts: { format } };
  }
  const { credential } = structure;
  const STRUCTURE = { ...pass(`${credential.what}.`), milliseconds: took };
  return {
    ...(await checksOf(presented, credential, { FORMAT, STRUCTURE }, { sources, now, nesting })),
  };
}

interface Circumstances {
  readonly sources: VerificationSources;
  readonly now: Date;
  readonly nesting: number;
}

async function checksOf(
  signed: Signed,
  credential: Reading,
  before: Findings,
  { sources, now, nesting }: Circumstances,
): Promise<{ findings: Findings; facts: Facts }> {
  const { issuer, id } = credential;
  const started = performance.now();
  const keys = await checkKeys(issuer, namedKeys(signed, issuer), 'assertionMethod', sources);
  const ISSUER = { ...ofOurs(keys.finding, issuer, sources), milliseconds: performance.now() - started };
  const inner = { sources: { ...sources, trust: notAsked }, now, nesting: nesting - 1 };
  const ACHIEVEMENT = await timed(() => checkAchievements(credential, sources));
  const PROOF = await timed(() =>
    ISSUER.outcome === 'FAIL'
      ? couldNot('The key of the issuer is not known.')
      : checkSignatures(signed, keys, issuer, sources),
  );
  const DATES = await timed(() => checkDates(credential, signed, now));
  const STATUS = await timed(() =>
    checkStatuses(credential.statuses, { id, issuer, now }, sources, (list) =>
      checkEmbedded(embedded(list), 'list', inner),
    ),
  );
  const LOG = await timed(() => checkLogged(credential, signed, sources));
  const ENDORSEMENTS = await timed(() => checkEndorsements(signed.document, inner));
  const CREDENTIALS = await timed(() => checkInside(signed.document, inner));
  const asked = performance.now();
  const trust = await sources.trust(issuer, credential.alignments);
  const TRUST = { ...trustFinding(trust, credential.alignments), milliseconds: performance.now() - asked };
  const alignments = vouchedBy(trust, credential.alignments);
  return {
    findings: {
      ...before,
      SCHEMA: await timed(() => checkSchemas(credential)),
      ISSUER,
      ACHIEVEMENT,
      PROOF,
      DATES,
      STATUS,
      LOG,
      ENDORSEMENTS,
      CREDENTIALS,
      TRUST,
    },
    facts: {
      format: signed.format,
      credentialId: id,
      issuer,
      trust,
      alignments: ISSUER.outcome === 'PASS' && PROOF.outcome === 'PASS' ? alignments : [],
    },
  };
}

/** A DID that only this service hands out but does not know is wrong, not just out of reach. */
const ofOurs = (finding: Finding, issuer: string, sources: VerificationSources): Finding =>
  finding.outcome === 'COULD_NOT_CHECK' && sources.isOurs(issuer)
    ? fail(`${issuer} is of this service, but no issuer has it.`)
    : finding;

/** Of what is inside another credential only the outermost is asked for: registries answer for whoever presents. */
const notAsked: VerificationSources['trust'] = async () => UNKNOWN;

/** A part of a document that was read already, whatever its members are called. */
const embedded = (document: Readonly<Record<string, unknown>>): Presented => ({
  format: 'JSON',
  how: '',
  text: '',
  document,
});

/** One finding for a credential inside another: everything but trust, and for a status list its own status. */
async function checkEmbedded(
  presented: Presented,
  what: 'list' | 'endorsement' | 'credential',
  { sources, now, nesting }: Circumstances,
): Promise<Finding> {
  if (nesting <= 0) return couldNot('Credentials in credentials are not followed that deep.');
  const { findings } = await allChecks(presented, sources, now, 0, nesting);
  const { TRUST: _, ...rest } = findings;
  return worst(
    stepsOf(
      STEPS.filter((name) => name !== 'TRUST' && (name !== 'ACHIEVEMENT' || what === 'credential')),
      rest,
    ),
    pass(what),
  );
}

/** Whatever stands in a document that has to hold by itself: one that has run out is told, but does not count against it; any other that does not hold does. */
async function checkEach<T extends object | string>(
  found: readonly T[],
  how: {
    readonly what: 'endorsement' | 'credential';
    readonly one: string;
    readonly all: string;
    /** Takes one out of its wrapping. */
    read(each: T): Presented | Promise<Presented>;
  },
  circumstances: Circumstances,
): Promise<Finding> {
  const lasting = found.filter((each) => !hasRunOut(each, circumstances.now));
  const findings: Finding[] = [];
  for (const each of lasting) {
    const { outcome, reason } = await checkEmbedded(await how.read(each), how.what, circumstances);
    findings.push({ outcome, reason: `${how.one}: ${reason}` });
  }
  const over = found.length - lasting.length;
  const told = over === 0 ? '' : ` ${over} more have run out.`;
  return worst(findings, pass(`${findings.length} ${how.all} hold.${told}`));
}

async function checkEndorsements(document: object, circumstances: Circumstances): Promise<Finding> {
  const found = endorsementsIn(document);
  if (found.length === 0) return pass('It carries no endorsement.');
  const { web } = circumstances.sources;
  const read = (each: object | string) =>
    typeof each === 'string' ? readPresented(each, web) : embedded({ ...each });
  return checkEach(
    found,
    { what: 'endorsement', one: 'An endorsement', all: 'endorsements', read },
    circumstances,
  );
}

/** The most credentials that are looked at in another. */
const INSIDE = 50;

/** Credentials in a record (CLR), which may be enveloped there. */
async function checkInside(document: object, circumstances: Circumstances): Promise<Finding> {
  const found = credentialsIn(document);
  if (found.length === 0) return pass('It holds no other credential.');
  if (found.length > INSIDE)
    return fail(`It holds ${found.length} credentials; at most ${INSIDE} are checked.`);
  const { web } = circumstances.sources;
  const read = (each: object) => readPresented(JSON.stringify(each), web);
  return checkEach(
    found,
    { what: 'credential', one: 'A credential in it', all: 'credentials in it', read },
    circumstances,
  );
}

function hasRunOut(endorsement: object | string, now: Date): boolean {
  if (typeof endorsement === 'string') return false;
  const { validUntil, expirationDate } = endorsement as Record<string, unknown>;
  const end = validUntil ?? expirationDate;
  return typeof end === 'string' && Date.parse(end) <= now.getTime();
}
