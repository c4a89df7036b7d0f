import { type ApiKeyGrant, createApiKey } from '../modules/identity/identity.service.ts';
import type { Graph } from '../platform/graph/graph.ts';
import { ASSESSOR_KEY_IDS } from './markings.ts';
import { seedFile } from './seed-files.ts';

/** An API key of the sample world, whole. */
export interface SampleKey {
  /** The kind of user, as one reads it. */
  readonly kind: string;
  readonly name: string;
  readonly key: string;
}

type Grant = Omit<ApiKeyGrant, 'name' | 'secret'> & { readonly kind: string; readonly id: string };

const MEMBERS: readonly Grant[] = [
  { id: 'sample-employer', kind: 'employer', role: 'EMPLOYER', organizationId: 'org-public-services' },
  { id: 'sample-employer-2', kind: 'another employer', role: 'EMPLOYER', organizationId: 'org-harbourlight' },
  { id: 'sample-issuer-admin', kind: 'issuer admin', role: 'ISSUER_ADMIN', organizationId: 'org-northbank' },
  { id: 'sample-issuer-staff', kind: 'issuer staff', role: 'ISSUER_STAFF', organizationId: 'org-northbank' },
  {
    id: 'sample-issuer-admin-2',
    kind: 'another issuer',
    role: 'ISSUER_ADMIN',
    organizationId: 'org-tideway',
  },
  { id: ASSESSOR_KEY_IDS[0], kind: 'assessor', role: 'ASSESSOR', organizationId: 'org-northbank' },
  { id: ASSESSOR_KEY_IDS[1], kind: 'second assessor', role: 'ASSESSOR', organizationId: 'org-northbank' },
  { id: ASSESSOR_KEY_IDS[2], kind: 'third assessor', role: 'ASSESSOR', organizationId: 'org-northbank' },
  {
    id: 'sample-reviewer',
    kind: 'external reviewer',
    role: 'EXTERNAL_REVIEWER',
    organizationId: 'org-skills-council',
  },
  { id: 'sample-analyst', kind: 'analyst', role: 'ANALYST', organizationId: 'org-northbank' },
  { id: 'sample-admin', kind: 'platform admin', role: 'PLATFORM_ADMIN', organizationId: 'org-platform' },
];

/** Makes new API keys for each kind of user and each persona; those made before by the same call stop working. */
export async function createSampleKeys(graph: Graph, now: Date): Promise<SampleKey[]> {
  const organizations = new Map(seedFile('organizations').map(({ id, name }) => [id, name]));
  const learners = seedFile('people').personas.map(({ id, name }): Grant & { readonly name: string } => ({
    id: `sample-${id}`,
    kind: `learner ${name.split(' ')[0]}`,
    name,
    role: 'LEARNER',
    learnerId: id,
  }));
  const members = MEMBERS.map((grant) => ({
    ...grant,
    name: organizations.get(grant.organizationId ?? '') ?? '',
  }));
  const keys: SampleKey[] = [];
  for (const { kind, name, ...grant } of [...members, ...learners])
    keys.push({
      kind,
      name,
      key: await createApiKey(graph, { ...grant, name: `Sample world: ${kind}` }, now),
    });
  return keys;
}
