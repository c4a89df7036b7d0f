import { LIMIT } from './page.ts';
import { API_PATH, OAUTH_PATH, SCOPE_WORDS } from './scopes.ts';

/** The Service Description Document of the Open Badges 3.0 API (section 6.2): OpenAPI 3.0, with where hosts register and ask to be let in. */
export function serviceDescription(publicUrl: string) {
  const oauth = `${publicUrl}${OAUTH_PATH}`;
  return {
    openapi: '3.0.1',
    info: {
      title: 'Credential Graph',
      description: 'Open Badges 3.0 API: learners let other hosts read, and bring, their credentials.',
      version: '3.0',
      termsOfService: `${publicUrl}/`,
      'x-imssf-privacyPolicyUrl': `${publicUrl}/`,
    },
    servers: [{ url: `${publicUrl}${API_PATH}` }],
    paths: {
      '/credentials': {
        get: operation('getCredentials', 'The credentials of the learner, oldest first.', [
          query('limit', { type: 'integer', minimum: 1, maximum: LIMIT.max, default: LIMIT.default }),
          query('offset', { type: 'integer', minimum: 0, default: 0 }),
          query('since', { type: 'string', format: 'date-time' }),
        ]),
        post: operation('upsertCredential', 'Brings a credential of the learner.'),
      },
      '/profile': { get: operation('getProfile', 'Who the learner is.') },
      '/discovery': { get: operation('getServiceDescription', 'This document.') },
    },
    components: {
      securitySchemes: {
        OAuth2ACG: {
          type: 'oauth2',
          description: 'OAuth 2.0 code flow with PKCE (S256).',
          'x-imssf-registrationUrl': `${oauth}/reg`,
          flows: {
            authorizationCode: {
              authorizationUrl: `${oauth}/auth`,
              tokenUrl: `${oauth}/token`,
              refreshUrl: `${oauth}/token`,
              scopes: SCOPE_WORDS,
            },
          },
        },
      },
    },
  };
}

const operation = (operationId: string, summary: string, parameters: object[] = []) => ({
  operationId,
  summary,
  ...(parameters.length > 0 && { parameters }),
  responses: { default: { description: 'As Open Badges 3.0 has it; failures as Imsx_StatusInfo.' } },
});

const query = (name: string, schema: object) => ({ name, in: 'query', schema });
