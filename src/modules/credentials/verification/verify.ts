import type { DIDDocument } from 'did-resolver';
import { decodeStatusList } from '../status-list.ts';
import { readJson } from './read-json.ts';
import { checkStructure, type StructuredCredential } from './structure.ts';

/** The checks in the order they are made. */
export const STEPS = ['FORMAT', 'STRUCTURE', 'ISSUER', 'ACHIEVEMENT', 'PROOF', 'DATES', 'STATUS'] as const;
export type StepName = (typeof STEPS)[number];
export type Outcome = 'PASS' | 'FAIL' | 'COULD_NOT_CHECK';
/** `FAILED` if any step failed; else `UNDETERMINED` if any could not be made; else `VERIFIED`. */
export type Verdict = 'VERIFIED' | 'FAILED' | 'UNDETERMINED';

export interface VerificationStep {
  readonly name: StepName;
  readonly outcome: Outcome;
  readonly reason: string;
}

export interface VerificationReport {
  readonly verdict: Verdict;
  readonly checkedAt: Date;
  readonly steps: readonly VerificationStep[];
  /** As the document says; null when it could not be read so far. */
  readonly credentialId: string | null;
  readonly issuer: string | null;
}

/** What a verification asks of the world around it. */
export interface VerificationSources {
  readonly contexts: ReadonlySet<string>;
  /** Whether a DID is of the kind only this service hands out. */
  isOurs(did: string): boolean;
  resolve(did: string): Promise<DIDDocument | null>;
  checkProof(document: object): Promise<{ readonly holds: boolean; readonly reason: string }>;
  /** Whose achievement this address is, as a DID; null: it is ours but unknown; undefined: it is not ours. */
  achievementIssuer(url: string): Promise<string | null | undefined>;
  /** The status list at this address; null: it is ours but unknown; undefined: it is not ours. */
  statusList(url: string): Promise<PublishedList | null | undefined>;
}

export interface PublishedList {
  readonly issuer: string;
  readonly purpose: string;
  readonly length: number;
  readonly encoded: string;
}

type Finding = Omit<VerificationStep, 'name'>;
const pass = (reason: string): Finding => ({ outcome: 'PASS', reason });
const fail = (reason: string): Finding => ({ outcome: 'FAIL', reason });
const couldNot = (reason: string): Finding => ({ outcome: 'COULD_NOT_CHECK', reason });

/**
 * Verifies a signed document step by step. It answers for any text; it throws only when a source does (such as
 * UNAVAILABLE). Nothing is fetched: what only the network could answer is COULD_NOT_CHECK, which never counts as a pass.
 */
export async function verifyDocument(
  text: string,
  sources: VerificationSources,
  now: Date,
): Promise<VerificationReport> {
  const read = readJson(text);
  if ('problem' in read) return report(now, { FORMAT: fail(read.problem) });
  const FORMAT = pass('A JSON object within the limits.');
  const structure = checkStructure(read.document, sources.contexts);
  if ('problem' in structure) return report(now, { FORMAT, STRUCTURE: fail(structure.problem) });
  const { credential } = structure;
  const ISSUER = await checkIssuer(credential, sources);
  const steps = {
    FORMAT,
    STRUCTURE: pass('An Open Badges 3.0 credential with an embedded proof.'),
    ISSUER,
    ACHIEVEMENT: await checkAchievement(credential, sources),
    PROOF:
      ISSUER.outcome === 'PASS'
        ? await checkProofs(read.document, credential, sources)
        : couldNot('The key of the issuer is not known.'),
    DATES: checkDates(credential, now),
    STATUS: await checkStatus(credential, sources),
  };
  return report(now, steps, credential);
}

/** The DID of the issuer, from either spelling of `issuer`. */
const issuerOf = ({ issuer }: StructuredCredential): string =>
  typeof issuer === 'string' ? issuer : issuer.id;

async function checkIssuer(credential: StructuredCredential, sources: VerificationSources): Promise<Finding> {
  const issuer = issuerOf(credential);
  const document = await sources.resolve(issuer);
  if (!document)
    return sources.isOurs(issuer)
      ? fail(`${issuer} is of this service, but no issuer has it.`)
      : couldNot(`${issuer} is not an issuer of this service; other DIDs are not resolved.`);
  for (const { verificationMethod } of [credential.proof].flat()) {
    const method = document.verificationMethod?.find(({ id }) => id === verificationMethod);
    if (!method) return fail(`${verificationMethod} is not a key of ${issuer}.`);
    if (method.controller !== issuer)
      return fail(`${verificationMethod} is controlled by ${method.controller}.`);
    const asserts = document.assertionMethod?.some(
      (entry) => (typeof entry === 'string' ? entry : entry.id) === verificationMethod,
    );
    if (!asserts) return fail(`${verificationMethod} is not a key ${issuer} issues credentials with.`);
  }
  return pass(`${issuer} lists the key for issuing.`);
}

async function checkAchievement(
  { credentialSubject: { achievement }, ...credential }: StructuredCredential,
  sources: VerificationSources,
): Promise<Finding> {
  const owner = await sources.achievementIssuer(achievement.id);
  if (owner === undefined) return pass('The badge is not of this service; nobody here claims it.');
  if (owner === null) return fail(`${achievement.id} is of this service, but no badge has it.`);
  return owner === issuerOf(credential as StructuredCredential)
    ? pass('The badge belongs to the issuer.')
    : fail(`The badge ${achievement.id} belongs to ${owner}, who did not issue this.`);
}

async function checkProofs(
  document: object,
  credential: StructuredCredential,
  sources: VerificationSources,
): Promise<Finding> {
  const foreign = [credential.proof]
    .flat()
    .find(({ type, cryptosuite }) => type !== 'DataIntegrityProof' || cryptosuite !== 'eddsa-rdfc-2022');
  if (foreign)
    return couldNot(
      `Proofs of the kind ${foreign.cryptosuite ?? foreign.type} are not checked; eddsa-rdfc-2022 is.`,
    );
  const { holds, reason } = await sources.checkProof(document);
  return holds ? pass(reason) : fail(reason);
}

function checkDates({ validFrom, validUntil, proof }: StructuredCredential, now: Date): Finding {
  if (Date.parse(validFrom) > now.getTime()) return fail(`Valid only from ${validFrom}.`);
  if (validUntil && Date.parse(validUntil) <= now.getTime()) return fail(`Expired on ${validUntil}.`);
  const expired = [proof].flat().find(({ expires }) => expires && Date.parse(expires) <= now.getTime());
  if (expired) return fail(`A proof expired on ${expired.expires}.`);
  return pass(validUntil ? `Valid until ${validUntil}.` : 'Valid without end.');
}

async function checkStatus(credential: StructuredCredential, sources: VerificationSources): Promise<Finding> {
  if (!credential.credentialStatus) return pass('It names no status list, so it cannot be revoked.');
  const findings: Finding[] = [];
  for (const entry of [credential.credentialStatus].flat())
    findings.push(await checkEntry(entry, issuerOf(credential), sources));
  return (
    findings.find(({ outcome }) => outcome === 'FAIL') ??
    findings.find(({ outcome }) => outcome === 'COULD_NOT_CHECK') ??
    pass('Not revoked.')
  );
}

async function checkEntry(
  entry: Readonly<Record<string, unknown>>,
  issuer: string,
  sources: VerificationSources,
): Promise<Finding> {
  const { type, statusPurpose, statusListIndex, statusListCredential } = entry;
  if (type !== 'BitstringStatusListEntry') return couldNot(`Statuses of the kind ${type} are not checked.`);
  if (typeof statusListCredential !== 'string') return fail('The status names no list.');
  const list = await sources.statusList(statusListCredential);
  if (!list) return couldNot(`The status list ${statusListCredential} is not one of this service.`);
  if (list.issuer !== issuer)
    return fail(`The status list ${statusListCredential} belongs to ${list.issuer}.`);
  if (list.purpose !== statusPurpose)
    return fail(`The status list is for ${list.purpose}, not ${statusPurpose}.`);
  const index = /^(0|[1-9]\d{0,8})$/.test(String(statusListIndex)) ? Number(statusListIndex) : list.length;
  if (index >= list.length) return fail(`The status list has no entry ${statusListIndex}.`);
  const isSet = (await decodeStatusList(list.encoded)).getStatus(index);
  return isSet ? fail(`The issuer withdrew it (${list.purpose}).`) : pass('Not revoked.');
}

function report(
  checkedAt: Date,
  findings: Readonly<Partial<Record<StepName, Finding>>>,
  credential?: StructuredCredential,
): VerificationReport {
  const steps = STEPS.map((name) => ({
    name,
    ...(findings[name] ?? couldNot('Not reached: an earlier check failed.')),
  }));
  const has = (outcome: Outcome) => steps.some((step) => step.outcome === outcome);
  return {
    verdict: has('FAIL') ? 'FAILED' : has('COULD_NOT_CHECK') ? 'UNDETERMINED' : 'VERIFIED',
    checkedAt,
    steps,
    credentialId: credential?.id ?? null,
    issuer: credential ? issuerOf(credential) : null,
  };
}
