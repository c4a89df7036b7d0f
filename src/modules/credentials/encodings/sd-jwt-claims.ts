import type { JsonObject } from '../open-badge.ts';
import type { PublicUrls } from '../public-urls.ts';
import { statusClaimOf } from '../status/token-list.ts';
import { didOf, type HolderKey, publicJwk } from './encoding.ts';
import { idOf, jwtClaims } from './jwt-claims.ts';
import { OPEN_BADGE_TYPE } from './type-metadata.ts';

/** The `typ` of an SD-JWT VC. */
export const SD_JWT_TYPE = 'dc+sd-jwt';

/** What of an Open Badge stands in its SD-JWT, under the same names. */
const CARRIED = ['name', 'issuer', 'awardedDate', 'credentialSubject', 'evidence'] as const;

/**
 * The claims of a credential as SD-JWT VC (`dc+sd-jwt`), before anything of it is concealed: what tokens have words of their own for (`iss`,
 * `jti`, `nbf`, `exp`, `vct`, `status`, and `sub` and `cnf` where it is bound to a key), and the rest as Open Badges calls it.
 */
export function sdJwtClaims(
  document: JsonObject,
  { urls, holder }: { readonly urls: PublicUrls; readonly holder?: HolderKey | undefined },
): JsonObject & { readonly iss: string } {
  const { iss: _, jti, nbf, exp } = jwtClaims(document);
  const { id: __, type: ___, ...subject } = document['credentialSubject'] as JsonObject;
  const status = statusClaimOf(document['credentialStatus'], urls);
  const carried = CARRIED.flatMap((name) => (document[name] === undefined ? [] : [[name, document[name]]]));
  return {
    iss: String(idOf(document['issuer'])),
    jti,
    nbf,
    ...(exp !== undefined && { exp }),
    vct: urls.credentialType(OPEN_BADGE_TYPE),
    ...(status && { status }),
    ...(holder && { sub: didOf(holder), cnf: { jwk: publicJwk(holder) } }),
    ...Object.fromEntries(carried),
    credentialSubject: subject,
  };
}
