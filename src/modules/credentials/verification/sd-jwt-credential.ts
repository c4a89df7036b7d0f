import { checkAchievements, outsideOf } from './checks.ts';
import { checkKeys, type KeyFindings } from './issuer.ts';
import { checkJwt } from './jwt.ts';
import { keyFromJwk } from './keys.ts';
import { checkLoggedName } from './logged.ts';
import {
  couldNot,
  fail,
  pass,
  type StepName,
  type TimedFinding,
  type TrustAnswer,
  timed,
  type VouchedAlignment,
} from './report.ts';
import { checkKeyBinding, type DecodedSdJwt } from './sd-jwt.ts';
import { checkTokenStatus } from './status.ts';
import { badgeIn } from './structure.ts';
import type { VerificationSources } from './verification-sources.ts';
import { trustFinding, vouchedBy } from './vouching.ts';
import { jsonAt } from './web.ts';

type Findings = Partial<Record<StepName, TimedFinding>>;

export interface SdJwtChecks {
  readonly findings: Findings;
  readonly facts: {
    readonly format: 'SD_JWT';
    readonly credentialId: string | null;
    readonly issuer?: string;
    readonly trust?: TrustAnswer;
    readonly alignments?: readonly VouchedAlignment[];
  };
}

/** The checks of an SD-JWT VC (`dc+sd-jwt`): its claims are named otherwise, so it has no Open Badges structure. */
export async function checkSdJwt(
  sdJwt: DecodedSdJwt,
  before: Findings,
  sources: VerificationSources,
  now: Date,
): Promise<SdJwtChecks> {
  const { jwt, claims } = sdJwt;
  const { iss, vct, jti } = claims;
  const facts = { format: 'SD_JWT', credentialId: typeof jti === 'string' ? jti : null } as const;
  const STRUCTURE = await timed(() => structureOf(sdJwt));
  if (STRUCTURE.outcome !== 'PASS' || typeof iss !== 'string')
    return { findings: { ...before, STRUCTURE }, facts };
  const started = performance.now();
  const keys = await issuerKeys(iss, sdJwt, sources);
  const ISSUER = { ...keys.finding, milliseconds: performance.now() - started };
  const key = keys.keys.get(jwt.kid ?? iss);
  const PROOF = await timed(async () => {
    if (ISSUER.outcome === 'FAIL' || !key) return couldNot('The key of the issuer is not known.');
    const signature = await checkJwt(jwt, key);
    if (signature.outcome !== 'PASS' || !sdJwt.keyBinding) return signature;
    const binding = await checkKeyBinding(sdJwt);
    return binding.outcome === 'PASS' ? pass(`${signature.reason} ${binding.reason}`) : binding;
  });
  const badge = badgeIn(claims);
  const trust = await sources.trust(iss, badge.alignments);
  return {
    findings: {
      ...before,
      STRUCTURE,
      SCHEMA: await timed(() => pass(`It is of the type ${String(vct).slice(0, 200)}.`)),
      ISSUER,
      ACHIEVEMENT: await timed(() => checkAchievements({ achievements: badge.ids, issuer: iss }, sources)),
      PROOF,
      DATES: await timed(() => {
        const outside = outsideOf(claims, now);
        return outside ? fail(outside) : pass('It is valid now.');
      }),
      STATUS: await timed(() => checkTokenStatus(claims['status'], iss, sources, now)),
      LOG: await timed(() => checkLoggedName(iss, jti ?? claims['id'], sources)),
      ENDORSEMENTS: await timed(() => pass('It carries no endorsement.')),
      CREDENTIALS: await timed(() => pass('It holds no other credential.')),
      TRUST: await timed(() => trustFinding(trust, badge.alignments)),
    },
    facts: {
      ...facts,
      issuer: iss,
      trust,
      alignments:
        ISSUER.outcome === 'PASS' && PROOF.outcome === 'PASS' ? vouchedBy(trust, badge.alignments) : [],
    },
  };
}

/** Claims that must stand in the open (SD-JWT VC, section 2.2.2): hidden, a holder could leave them out. */
const OPEN = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'status'] as const;

function structureOf({ jwt, claims }: DecodedSdJwt) {
  const { typ } = jwt.header;
  if (typ !== 'dc+sd-jwt' && typ !== 'vc+sd-jwt') return fail(`Its type is ${String(typ)}, not dc+sd-jwt.`);
  const hidden = OPEN.find((name) => claims[name] !== undefined && jwt.payload[name] === undefined);
  if (hidden) return fail(`The claim ${hidden} may not be disclosed selectively.`);
  if (typeof claims['iss'] !== 'string' || !/^[a-z][a-z0-9+.-]*:\S+$/i.test(claims['iss']))
    return fail('/iss: must be an absolute URI');
  if (typeof claims['vct'] !== 'string' || claims['vct'] === '') return fail('/vct: must name the type');
  return pass('A verifiable credential as SD-JWT.');
}

/** The keys of the issuer: by its DID, or by the metadata an https issuer publishes (SD-JWT VC, section 5). */
async function issuerKeys(
  issuer: string,
  { jwt }: DecodedSdJwt,
  sources: VerificationSources,
): Promise<KeyFindings> {
  if (!issuer.startsWith('https://'))
    return checkKeys(
      issuer,
      [{ method: jwt.kid ?? issuer, ownKey: jwt.kid === null ? jwt.ownKey : null }],
      'assertionMethod',
      sources,
    );
  const unknown = (reason: string): KeyFindings => ({ finding: couldNot(reason), keys: new Map() });
  const { origin, pathname } = new URL(issuer);
  const metadata = await jsonAt(
    sources.web,
    `${origin}/.well-known/jwt-vc-issuer${pathname === '/' ? '' : pathname}`,
  );
  if ('problem' in metadata) return unknown(metadata.problem);
  const { issuer: named, jwks } = metadata.json as { issuer?: unknown; jwks?: { keys?: unknown } };
  if (named !== issuer)
    return { finding: fail(`The metadata is of another issuer than ${issuer}.`), keys: new Map() };
  const listed = [jwks?.keys ?? []].flat() as { kid?: unknown }[];
  const found =
    listed.find(({ kid }) => kid === jwt.kid) ??
    (jwt.kid === null && listed.length === 1 ? listed[0] : undefined);
  const key = keyFromJwk(found);
  if (!key) return { finding: fail(`${issuer} lists no such key.`), keys: new Map() };
  return { finding: pass(`${issuer} lists the key for this.`), keys: new Map([[jwt.kid ?? issuer, key]]) };
}
