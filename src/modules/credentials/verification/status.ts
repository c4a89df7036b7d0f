import { gunzipSync, inflateSync } from 'node:zlib';
import { decodeStatusList } from '../status-list.ts';
import { checkKeys } from './issuer.ts';
import { checkJwt, decodeJwt } from './jwt.ts';
import { readBytes } from './presented.ts';
import { couldNot, type Finding, fail, pass, worst } from './report.ts';
import type { PublishedList, VerificationSources } from './verification-sources.ts';

type Json = Readonly<Record<string, unknown>>;

/** A list that was fetched is verified like any credential; how, is for whoever verifies credentials to say. */
export type VerifyList = (document: Json) => Promise<Finding>;

/** Whether the issuer has withdrawn or suspended it, by every status it names. */
export async function checkStatuses(
  statuses: readonly Json[],
  facts: { readonly id: string | null; readonly issuer: string; readonly now: Date },
  sources: VerificationSources,
  verifyList: VerifyList,
): Promise<Finding> {
  if (statuses.length === 0) return pass('It names no status list, so it cannot be revoked.');
  const findings: Finding[] = [];
  for (const entry of statuses.slice(0, 8))
    findings.push(
      entry['type'] === 'BitstringStatusListEntry'
        ? await checkBitstring(entry, facts.issuer, sources, verifyList)
        : entry['type'] === '1EdTechRevocationList'
          ? await checkRevocationList(entry, facts, sources)
          : couldNot(`Statuses of the kind ${String(entry['type']).slice(0, 80)} are not checked.`),
    );
  if (statuses.length > 8) findings.push(couldNot('It names more than 8 statuses.'));
  return worst(findings, pass('Not revoked.'));
}

async function checkBitstring(
  { statusPurpose, statusListIndex, statusListCredential, statusSize }: Json,
  issuer: string,
  sources: VerificationSources,
  verifyList: VerifyList,
): Promise<Finding> {
  if (typeof statusListCredential !== 'string') return fail('The status names no list.');
  if (statusSize !== undefined && Number(statusSize) !== 1)
    return couldNot('Statuses of more than one bit are not checked.');
  const own = await sources.statusList(statusListCredential);
  if (own === null) return couldNot(`The status list ${statusListCredential} is unknown here.`);
  const list: ForeignList | Finding = own ?? (await foreignList(statusListCredential, sources, verifyList));
  if ('outcome' in list) return list;
  if (list.issuer !== issuer)
    return fail(`The status list ${statusListCredential} belongs to ${list.issuer}.`);
  if (list.purpose !== statusPurpose)
    return fail(`The status list is for ${list.purpose}, not ${statusPurpose}.`);
  const decoded = await unpacked(list.encoded);
  if (!decoded) return couldNot(`The status list ${statusListCredential} cannot be read.`);
  const index = /^(0|[1-9]\d{0,8})$/.test(String(statusListIndex)) ? Number(statusListIndex) : decoded.length;
  if (index >= decoded.length) return fail(`The status list has no entry ${statusListIndex}.`);
  if (decoded.getStatus(index)) {
    const reason = await list.reasonOf?.(index);
    return fail(`The issuer withdrew it (${list.purpose})${reason ? `: ${reason}` : '.'}`);
  }
  return list.proven ?? pass('Not revoked.');
}

/** A list from elsewhere. `proven` is what came of verifying it when that was no plain pass: then it proves no absence. */
type ForeignList = PublishedList & { readonly proven?: Finding };

async function foreignList(
  url: string,
  sources: VerificationSources,
  verifyList: VerifyList,
): Promise<ForeignList | Finding> {
  const answer = await sources.web.get(url);
  if ('problem' in answer) return couldNot(`The status list cannot be had: ${answer.problem}`);
  const read = readBytes(answer.body, 'fetched');
  if (!('format' in read) || read.format === 'SD_JWT') return couldNot(`${url} is no status list.`);
  const { issuer, credentialSubject } = read.document;
  const subject = ([credentialSubject].flat()[0] ?? {}) as Json;
  if (subject['type'] !== 'BitstringStatusList' || typeof subject['encodedList'] !== 'string')
    return couldNot(`${url} is no BitstringStatusList.`);
  const proven =
    read.format === 'JSON'
      ? await verifyList(read.document)
      : couldNot('Status lists in JWT are not checked.');
  return {
    issuer: typeof issuer === 'string' ? issuer : String((issuer as Json | undefined)?.['id']),
    purpose: String(subject['statusPurpose']),
    length: 0,
    encoded: subject['encodedList'],
    ...(proven.outcome !== 'PASS' && {
      proven: couldNot(`The status list itself is not proven: ${proven.reason}`),
    }),
  };
}

const LIST_BYTES = 2 * 1024 * 1024;

/** Refuses what unpacks to more than it may, before the library unpacks it. */
async function unpacked(encoded: string): Promise<Awaited<ReturnType<typeof decodeStatusList>> | null> {
  try {
    gunzipSync(Buffer.from(encoded.replace(/^u/, ''), 'base64url'), { maxOutputLength: LIST_BYTES });
    return await decodeStatusList(encoded);
  } catch {
    return null;
  }
}

/** 1EdTech Revocation List: the ids of what was revoked. It is not signed, so https has to vouch for it, from the issuer's own host. */
async function checkRevocationList(
  { id: url }: Json,
  { id, issuer }: { readonly id: string | null; readonly issuer: string },
  sources: VerificationSources,
): Promise<Finding> {
  if (typeof url !== 'string') return fail('The status names no list.');
  const own = await sources.revocation(url, id ?? '');
  if (own === null) return couldNot(`The revocation list ${url} is unknown here.`);
  if (own !== undefined) {
    if (own.issuer !== issuer) return fail(`The revocation list belongs to ${own.issuer}.`);
    return own.revoked
      ? fail(`The issuer revoked it${own.reason ? `: ${own.reason}` : '.'}`)
      : pass('Not on the revocation list of the issuer.');
  }
  const answer = await sources.web.get(url);
  if ('problem' in answer) return couldNot(`The revocation list cannot be had: ${answer.problem}`);
  const read = readBytes(answer.body, 'fetched');
  if (!('format' in read) || read.format === 'SD_JWT') return couldNot(`${url} is no revocation list.`);
  const { issuer: owner, revokedCredential, credentialSubject } = read.document;
  const listed = [
    revokedCredential ?? (credentialSubject as Json | undefined)?.['revokedCredential'] ?? [],
  ].flat();
  const listIssuer = typeof owner === 'string' ? owner : (owner as Json | undefined)?.['id'];
  const entry = listed.find((each) => each === id || (each as Json | null)?.['id'] === id);
  if (entry !== undefined && id !== null) {
    const reason = (entry as Json)['revocationReason'];
    return fail(`The issuer revoked it${typeof reason === 'string' ? `: ${reason.slice(0, 200)}` : '.'}`);
  }
  if (listIssuer !== undefined && listIssuer !== issuer)
    return fail(`The revocation list belongs to ${String(listIssuer).slice(0, 200)}.`);
  return pass('Not on the revocation list of the issuer.');
}

/** IETF Token Status List, as SD-JWT VC names it: a signed list of one to eight bits an entry. */
export async function checkTokenStatus(
  status: unknown,
  issuer: string,
  sources: VerificationSources,
  now: Date,
): Promise<Finding> {
  if (status === undefined) return pass('It names no status list, so it cannot be revoked.');
  const { status_list: reference } = (status ?? {}) as { status_list?: { idx?: unknown; uri?: unknown } };
  const { idx, uri } = reference ?? {};
  if (typeof uri !== 'string' || !Number.isSafeInteger(idx) || Number(idx) < 0)
    return couldNot('Its status is of a kind that is not checked.');
  const own = await sources.tokenStatusList(uri);
  if (own === null) return couldNot(`The status list ${uri} is unknown here.`);
  const answer = own === undefined ? await sources.web.get(uri) : { body: Buffer.from(own) };
  if ('problem' in answer) return couldNot(`The status list cannot be had: ${answer.problem}`);
  const jwt = decodeJwt(answer.body.toString('utf8').trim());
  if ('problem' in jwt || jwt.header['typ'] !== 'statuslist+jwt')
    return couldNot(`${uri} is no token status list.`);
  const {
    sub,
    exp,
    status_list: list,
  } = jwt.payload as {
    sub?: unknown;
    exp?: unknown;
    status_list?: { bits?: unknown; lst?: unknown };
  };
  if (sub !== uri) return couldNot('The status list says it is another.');
  if (typeof exp === 'number' && exp * 1000 <= now.getTime()) return couldNot('The status list has expired.');
  const { finding, keys } = await checkKeys(
    issuer,
    [{ method: jwt.kid ?? issuer }],
    'assertionMethod',
    sources,
  );
  const key = keys.get(jwt.kid ?? issuer);
  if (!key) return couldNot(`The status list is not proven: ${finding.reason}`);
  const signature = await checkJwt(jwt, key);
  if (signature.outcome !== 'PASS') return couldNot(`The status list is not proven: ${signature.reason}`);
  const value = entryOf(list?.lst, list?.bits, Number(idx));
  if (value === null) return couldNot('The status list has no such entry.');
  if (value !== 0) return fail(value === 2 ? 'The issuer suspended it.' : 'The issuer withdrew it.');
  return finding.outcome === 'PASS' ? pass('Not revoked.') : couldNot(`Not revoked, but: ${finding.reason}`);
}

function entryOf(lst: unknown, bits: unknown, index: number): number | null {
  if (typeof lst !== 'string' || ![1, 2, 4, 8].includes(Number(bits))) return null;
  try {
    const bytes = inflateSync(Buffer.from(lst, 'base64url'), { maxOutputLength: LIST_BYTES });
    const size = Number(bits);
    const byte = bytes[Math.floor((index * size) / 8)];
    return byte === undefined ? null : (byte >> ((index * size) % 8)) & (2 ** size - 1);
  } catch {
    return null;
  }
}
