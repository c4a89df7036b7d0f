import type { GraphQLSchema } from 'graphql';
import { ROLES } from '../../../src/modules/identity/viewer.ts';
import type { Caller } from '../api.ts';
import { argumentsOf } from './questions.ts';
import type { Tenant } from './tenant.ts';

export interface CanaryReport {
  readonly responses: number;
  /** How often a tenant was shown its own words: without them, that nobody else saw them would prove nothing. */
  readonly ownSeen: number;
  /** Which words of another tenant somebody was shown, and by what. */
  readonly leaks: readonly string[];
}

interface Client {
  readonly name: string;
  readonly ask: Caller;
  readonly own: readonly string[];
  readonly foreign: readonly string[];
}

/** What shows a tenant's words to those who may see them; each takes the ids of a tenant. */
const QUESTIONS: readonly string[] = [
  'query ($credential: ID!) { me { name email } credential(id: $credential) { id name statusReason document } }',
  '{ mySubmissions { edges { node { narrative evidence { edges { node { url } } } result { passed } } } } }',
  'query ($submission: ID!) { submission(id: $submission) { narrative evidence { edges { node { url } } } result { points } } }',
  'query ($assessment: ID!) { submissions(assessmentId: $assessment) { edges { node { narrative evidence { edges { node { url } } } } } } }',
  '{ credentials(first: 50) { totalCount edges { node { id name learnerId status } } } }',
  '{ myConsents { edges { node { purpose text organization { name } } } } }',
  'query ($organization: ID!) { badges(first: 20, filter: {organizationId: $organization}) { edges { node { name versions { edges { node { name state } } } } } } }',
  'query ($badgeVersion: ID!, $draftBadge: ID!) { badgeVersion(id: $badgeVersion) { name criteria } badge(id: $draftBadge) { name } }',
  'query ($organization: ID!) { roleProfiles(first: 20, filter: {organizationId: $organization, states: [DRAFT, PUBLISHED]}) { edges { node { title state } } } }',
  'query ($draftRole: ID!) { roleProfile(id: $draftRole) { title } }',
  'query ($roleProfile: ID!) { matchCandidates(roleProfileId: $roleProfile) { edges { node { pseudonym requirements { reason credential { badgeName } } } } } }',
  'query ($stack: ID!, $learner: ID!) { stackProgress(badgeId: $stack, learnerId: $learner) { have parts { name state credentialId } } }',
  '{ myEnrolments { edges { node { cohort { name } } } } myIdentityProofings { edges { node { verifier } } } }',
  'query ($learner: ID!) { enrolments(first: 20) { edges { node { learnerId cohort { name } } } } cohorts { edges { node { name } } } identityProofings(learnerId: $learner) { edges { node { verifier } } } }',
  '{ apiKeys(first: 20) { edges { node { name role } } } }',
  '{ invitations { edges { node { roles state } } } members { edges { node { name } } } }',
  'query ($review: ID!) { review(id: $review) { parts { edges { node { statement } } } findings { edges { node { text } } } } reviews { edges { node { findings { edges { node { text } } } } } } }',
  'query ($changeProposal: ID!) { changeProposal(id: $changeProposal) { title comments { edges { node { text } } } } changeProposals { edges { node { title } } } }',
  '{ feedback { edges { node { words } } } myFeedback { edges { node { words } } } }',
];

/**
 * Fifty clients of all tenants and nobody's ask at the same time, each for what is its own and what is not, until there are so many
 * responses. Looks through the bytes of every response for words of other tenants.
 */
export async function lookForCanaries(
  schema: GraphQLSchema,
  tenants: readonly Tenant[],
  anonymous: Caller,
  { responses, clients = 50 }: { responses: number; clients?: number },
): Promise<CanaryReport> {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const generated = (tenant: Tenant, turn: number): string => {
    const root = roots[turn % roots.length];
    if (!root) throw new Error('the schema has no query');
    const leaf = /^(ID|String|Boolean|Int)!?$/.test(String(root.type));
    return `{ ${root.name}${argumentsOf(root, tenant.ids).text}${leaf ? '' : ' { __typename }'} }`;
  };
  const people: Client[] = tenants.flatMap((tenant) =>
    ROLES.map((role) => ({
      name: `${role} of ${tenant.mark}`,
      ask: tenant.callers[role],
      own: tenant.canaries,
      foreign: tenants.filter((one) => one !== tenant).flatMap(({ canaries }) => canaries),
    })),
  );
  people.push({
    name: 'nobody',
    ask: anonymous,
    own: [],
    foreign: tenants.flatMap(({ canaries }) => canaries),
  });
  const leaks: string[] = [];
  let asked = 0;
  let ownSeen = 0;
  const client = async (lane: number): Promise<void> => {
    for (let turn = lane; asked < responses; turn += 1) {
      asked += 1;
      const person = people[(turn * 7 + lane) % people.length] as Client;
      const tenant = tenants[(turn + lane) % tenants.length] as Tenant;
      const picked = turn % (QUESTIONS.length + 2);
      const question = QUESTIONS[picked] ?? generated(tenant, turn + lane);
      const { data, errors, headers } = await person.ask(question, variablesOf(question, tenant));
      const bytes = JSON.stringify({ data, errors, headers: [...headers] });
      if (person.own.some((word) => bytes.includes(word))) ownSeen += 1;
      const leaked = person.foreign.find((word) => bytes.includes(word));
      if (leaked) leaks.push(`${person.name} was shown ${leaked} by ${question}`);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, lane) => client(lane)));
  return { responses: asked, ownSeen, leaks };
}

const variablesOf = (question: string, { ids }: Tenant): Record<string, string> =>
  Object.fromEntries([...question.matchAll(/\$(\w+): ID!/g)].map(([, name = '']) => [name, ids[name] ?? '']));
