import type { Encoding } from '../../encodings/encoding.ts';
import { OPEN_BADGE_TYPE } from '../../encodings/type-metadata.ts';
import { CONTEXTS } from '../../open-badge.ts';
import { publicUrls } from '../../public-urls.ts';

/** What a wallet may ask for, by the ids of the configurations, and how that is encoded here. */
export const CONFIGURATIONS: Readonly<Record<string, Encoding>> = {
  OpenBadgeCredential_ldp_vc: 'EMBEDDED',
  OpenBadgeCredential_jwt_vc_json: 'JWT',
  'OpenBadgeCredential_dc+sd-jwt': 'SD_JWT',
};

export const PRE_AUTHORIZED = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

const TYPES: [string, ...string[]] = ['VerifiableCredential', 'OpenBadgeCredential'];
const BOUND = {
  scope: 'open_badge',
  cryptographic_binding_methods_supported: ['did:key', 'did:jwk', 'jwk'],
  proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256', 'ES384', 'EdDSA'] } },
  credential_metadata: {
    display: [
      {
        name: 'Open Badge',
        locale: 'en',
        description: 'A badge somebody earned, with what they showed for it (Open Badges 3.0).',
      },
    ],
  },
};

/** What this service says of itself as a credential issuer (OpenID4VCI 1.0, section 12.2.4). */
export const credentialIssuerMetadata = (publicUrl: string) => ({
  credential_issuer: publicUrl,
  credential_endpoint: `${publicUrl}/oid4vci/credential`,
  nonce_endpoint: `${publicUrl}/oid4vci/nonce`,
  notification_endpoint: `${publicUrl}/oid4vci/notification`,
  display: [{ name: 'Credential Graph', locale: 'en' }],
  credential_configurations_supported: {
    OpenBadgeCredential_ldp_vc: {
      format: 'ldp_vc' as const,
      credential_signing_alg_values_supported: ['Ed25519'],
      credential_definition: { '@context': [...CONTEXTS], type: TYPES },
      ...BOUND,
    },
    OpenBadgeCredential_jwt_vc_json: {
      format: 'jwt_vc_json' as const,
      credential_signing_alg_values_supported: ['ES256'],
      credential_definition: { type: TYPES },
      ...BOUND,
    },
    'OpenBadgeCredential_dc+sd-jwt': {
      format: 'dc+sd-jwt' as const,
      vct: publicUrls(publicUrl).credentialType(OPEN_BADGE_TYPE),
      credential_signing_alg_values_supported: ['ES256'],
      ...BOUND,
    },
  },
});

/** What it says of itself as the authorisation server in front of that (RFC 8414). */
export const authorizationServerMetadata = (publicUrl: string) => ({
  issuer: publicUrl,
  token_endpoint: `${publicUrl}/oid4vci/token`,
  grant_types_supported: [PRE_AUTHORIZED],
  token_endpoint_auth_methods_supported: ['none'],
  'pre-authorized_grant_anonymous_access_supported': true,
});

/** The offer of one credential, by value, for a QR code or a link (OpenID4VCI 1.0, section 4.1). The transaction code goes another way. */
export function offerAddress(publicUrl: string, code: string): string {
  const offer = {
    credential_issuer: publicUrl,
    credential_configuration_ids: Object.keys(CONFIGURATIONS),
    grants: {
      [PRE_AUTHORIZED]: {
        'pre-authorized_code': code,
        tx_code: {
          input_mode: 'numeric',
          length: 6,
          description: 'The six digits you were shown beside the code.',
        },
      },
    },
  };
  return `openid-credential-offer://?credential_offer=${encodeURIComponent(JSON.stringify(offer))}`;
}
