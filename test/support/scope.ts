import type { Statement } from '../../src/platform/graph/statement.ts';

/** What is somebody's: of a person, or of an organisation that alone may see it. */
const SCOPED_LABELS = [
  'Learner',
  'Credential',
  'ForeignCredential',
  'Portfolio',
  'Validation',
  'Submission',
  'Evidence',
  'Marking',
  'Enrolment',
  'IdentityProofing',
  'Result',
  'Feedback',
  'Consent',
  'AuditEvent',
  'ApiKey',
  'Person',
  'PersonKey',
  'Invitation',
  'IdempotentRequest',
  'Vacancy',
];

/** Labels of which some are drafts, only for members of the organisation they belong to. */
const DRAFTED_LABELS = ['BadgeVersion', 'RoleProfile'];

/** The parameters that hold a statement to a viewer: who they are, or the organisation they act for. */
const SCOPE_PARAMETERS = [
  'learnerId',
  'organizationId',
  'issuerId',
  'memberOf',
  'chain',
  'account',
  'personId',
  'disclosure.organizationId',
];

/** What is wrong with the scope of a statement, as one sentence; null when nothing is. Statements that write are held by what they look up first. */
export function scopeFault({ file, text, mode }: Pick<Statement, 'file' | 'text' | 'mode'>): string | null {
  if (mode === 'WRITE') return null;
  const cypher = text.replace(/\/\/.*$/gm, '');
  const touched = SCOPED_LABELS.filter((label) => new RegExp(`:${label}\\b`).test(cypher));
  const drafted = DRAFTED_LABELS.filter((label) => showsDrafts(cypher, label));
  if (touched.length + drafted.length === 0 || SCOPE_PARAMETERS.some((name) => holds(cypher, name)))
    return null;
  return `${file} reads ${[...touched, ...drafted.map((label) => `drafts of ${label}`)].join(', ')} for whoever asks: match the viewer's own id (${SCOPE_PARAMETERS.map((name) => `$${name}`).join(', ')}), or say in test/support/unscoped-statements.ts why it need not.`;
}

/** A parameter that may be null, or that only narrows one branch of an OR, is a filter and holds nobody. */
function holds(cypher: string, name: string): boolean {
  const equal = new RegExp(`\\{[^{}]*\\b\\w+: \\$${name}\\b|= \\$${name}\\b|IN \\$${name}\\b`);
  return equal.test(cypher) && !new RegExp(`\\$${name}\\b IS (NOT )?NULL`).test(cypher);
}

const showsDrafts = (cypher: string, label: string): boolean =>
  [...cypher.matchAll(new RegExp(`:${label}\\b(?! ?\\{state: 'PUBLISHED'\\})`, 'g'))].length > 0 &&
  !/\bstate = 'PUBLISHED'/.test(cypher) &&
  !new RegExp(`:${label} ?\\{state: 'PUBLISHED'\\}`).test(cypher);
