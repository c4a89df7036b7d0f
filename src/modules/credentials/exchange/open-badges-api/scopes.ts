const PREFIX = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/';

/** What a host may ask a learner for (Open Badges 3.0, section 7.1.3), and how a learner is told. */
export const SCOPES = {
  READ: `${PREFIX}credential.readonly`,
  UPSERT: `${PREFIX}credential.upsert`,
  PROFILE: `${PREFIX}profile.readonly`,
} as const;

export const SCOPE_WORDS: Readonly<Record<string, string>> = {
  [SCOPES.READ]: 'read all your credentials',
  [SCOPES.UPSERT]: 'bring credentials that others issued into your record',
  [SCOPES.PROFILE]: 'read your name and e-mail address',
};

/** Where the API and its authorisation server lie below the address of this service. */
export const API_PATH = '/ims/ob/v3p0';
export const OAUTH_PATH = `${API_PATH}/oauth`;
