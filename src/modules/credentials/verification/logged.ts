import { withoutEndorsements } from '../endorsements/endorsement-credential.ts';
import { contentDigest } from '../issuance-log/log-entry.ts';
import { proofsOf, type Signed } from './checks.ts';
import { suiteOf } from './proofs.ts';
import { type Finding, fail, pass } from './report.ts';
import type { Reading } from './structure.ts';
import type { LoggedContent, VerificationSources } from './verification-sources.ts';

/** The badges of VCDM: only these stand in an issuance log. */
const BADGES = ['OpenBadgeCredential', 'AchievementCredential'];

const NOT_LOGGED = 'It is not in the issuance log of its issuer: it was not issued here.';

const placeOf = ({ index, at }: LoggedContent): string =>
  `It is entry ${index} of the issuance log of its issuer, since ${at.toISOString()}.`;

/**
 * Whether a badge of an issuer of ours stands in its issuance log, with what it says. Of one with a derived proof (`ecdsa-sd-2023`) only the id
 * can be looked up, because its holder left parts out.
 */
export async function checkLogged(
  { id, issuer, achievements, alignments }: Pick<Reading, 'id' | 'issuer' | 'achievements' | 'alignments'>,
  signed: Signed,
  sources: Pick<VerificationSources, 'logged'>,
): Promise<Finding> {
  const named = [signed.document['type']].flat().some((type) => BADGES.includes(String(type)));
  // whatever says that somebody achieved something is a badge, by whichever name it goes
  if (!named && achievements.length === 0 && alignments.length === 0)
    return pass('Only badges stand in an issuance log.');
  const logged = await sources.logged(issuer, id);
  if (logged === undefined) return pass('Its issuer keeps no issuance log here.');
  if (logged === null || logged.issuer !== issuer) return fail(NOT_LOGGED);
  const place = placeOf(logged);
  // only where the derived proof is what was checked: a JWT can carry any, which nobody looks at
  if (
    signed.format === 'JSON' &&
    proofsOf(signed.document).every((proof) => suiteOf(proof) === 'ecdsa-sd-2023')
  )
    return pass(place);
  return contentDigest(signed.document) === logged.content ||
    contentDigest(withoutEndorsements(signed.document)) === logged.content
    ? pass(place)
    : fail('The issuance log of its issuer has something else under this id.');
}

/** The same for a credential of which the holder discloses what they like (SD-JWT): only its id can be looked up. */
export async function checkLoggedName(
  issuer: string,
  id: unknown,
  sources: Pick<VerificationSources, 'logged'>,
): Promise<Finding> {
  const logged = await sources.logged(issuer, typeof id === 'string' ? id : null);
  if (logged === undefined) return pass('Its issuer keeps no issuance log here.');
  if (logged === null || logged.issuer !== issuer) return fail(NOT_LOGGED);
  return pass(placeOf(logged));
}
