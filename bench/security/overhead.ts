import { connect, type Graph } from '../../src/platform/graph/graph.ts';
import type { Run } from '../../src/platform/graph/repository.ts';
import { createBareSchema } from '../../src/schema.ts';
import { type Caller, startApi, type TestApi } from '../../test/support/api.ts';
import { makeBadges } from '../../test/support/bulk-catalogue.ts';
import { testConfig } from '../../test/support/config.ts';
import { World } from '../../test/support/world.ts';
import { percentile } from '../support/figures.ts';

const LIST = `{ badges(first: 50) { edges { node { id name issuer { id name }
  currentVersion { number outcomes(first: 5) { edges { node { id statement } } } } } } } }`;
const CANDIDATES = `query ($role: ID!) { matchCandidates(roleProfileId: $role, first: 50) { edges { node {
  pseudonym eligibility fit confidence mustsShort
  requirements { skillUri skillLabel status points reason bandHave credential { id badgeName awardedAt } } } } } }`;

export interface Overhead {
  readonly what: string;
  readonly withP50: number;
  readonly withoutP50: number;
  /** What policy, consent and audit add to the median, as a share of what it is without them. */
  readonly share: number;
}

/** The same graph, with the ranking of candidates asking nobody's consent: what reading them would cost without it. */
function withoutConsent(graph: Graph): Graph {
  const run: Run = (statement, params) =>
    graph.run(
      statement.file === 'matching/claims-of-candidates'
        ? { ...statement, text: askingNobody(statement.text) }
        : statement,
      params,
    );
  return { ...graph, run, scoped: (scope) => withoutConsent(graph.scoped(scope)) };
}

const askingNobody = (text: string): string => {
  const start = text.search(/^WHERE \(\$regions/m);
  if (start < 0) throw new Error('the statement reads otherwise than this benchmark knows');
  return `MATCH (learner:Learner)-[:GAVE]->(:Consent)
WITH DISTINCT learner, {scopes: ['SKILLS', 'CREDENTIALS', 'REGION'], credentialIds: null, skillUris: null} AS consent
${text.slice(start)}`;
};

/** Medians with and without, in turns, so that whatever else the machine does falls on both. */
async function compare(
  what: string,
  sides: { with: () => Promise<unknown>; without: () => Promise<unknown> },
  { rounds, atOnce }: { rounds: number; atOnce: number },
): Promise<Overhead> {
  const times = { with: [] as number[], without: [] as number[] };
  for (let round = -4; round < rounds; round += 1)
    for (const side of round % 2 ? (['with', 'without'] as const) : (['without', 'with'] as const))
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          const started = performance.now();
          await sides[side]();
          if (round >= 0) times[side].push(performance.now() - started);
        }),
      );
  const [withP50, withoutP50] = [percentile(times.with, 0.5), percentile(times.without, 0.5)];
  return { what, withP50, withoutP50, share: withP50 / withoutP50 - 1 };
}

/** What policy, consent and audit cost: a list of 50 badges, one at a time, and a page of 50 candidates, 20 at a time. */
export async function measureOverhead(guarded: TestApi): Promise<Overhead[]> {
  const config = guarded.app.config;
  const plain = connect(config.graph);
  const app = { graph: withoutConsent(plain), readLog: { write: async () => {} } };
  const bare = await startApi({ config, schema: createBareSchema(), app });
  const world = new World();
  try {
    await makeBadges('Overhead', { badges: 200 });
    const { role, organizationId } = await candidates(world);
    const grant = { role: 'EMPLOYER', organizationId } as const;
    const [here, there] = [await guarded.as(grant), await bare.as(grant)];
    const list = await compare(
      'a list of 50 badges',
      { with: () => ask(here, LIST), without: () => ask(there, LIST) },
      { rounds: 60, atOnce: 1 },
    );
    const page = await compare(
      'a page of 50 candidates, 20 at once',
      {
        with: () => ask(here, CANDIDATES, { role }),
        without: () => ask(there, CANDIDATES, { role }),
      },
      { rounds: 12, atOnce: 20 },
    );
    return [list, page];
  } finally {
    await world.close();
    await bare.close();
    await plain.close();
  }
}

/** Sixty learners who let one employer match them, each with two badges that its role asks for. */
async function candidates(world: World) {
  const organizationId = await world.organization(['ISSUER', 'EMPLOYER']);
  const skills = [await world.skill('First'), await world.skill('Second'), await world.skill('Third')];
  const badges = [];
  for (const uri of skills)
    badges.push(await world.badge({ issuer: organizationId, skills: [{ uri, level: 4 }] }));
  for (let person = 0; person < 60; person += 1) {
    const learner = await world.learner({ tieBreak: person });
    await world.consent(learner, organizationId);
    for (const { version } of badges.slice(person % 2)) await world.credential(learner, version);
  }
  const role = await world.role(
    organizationId,
    skills.map((skill) => ({ skill, level: 4 })),
  );
  return { role, organizationId };
}

async function ask(caller: Caller, query: string, variables: Record<string, unknown> = {}): Promise<void> {
  const { errors, data } = await caller(query, variables);
  if (errors.length > 0) throw new Error(JSON.stringify(errors).slice(0, 500));
  const [page] = Object.values(data as Record<string, { edges: unknown[] }>);
  if (page?.edges.length !== 50) throw new Error(`a page of 50 has ${page?.edges.length}`);
}

/** The configuration of the benchmark's database, patient: twenty at once wait for one another. */
export const patientConfig = () => {
  const config = testConfig();
  return { ...config, graph: { ...config.graph, patience: 60_000 } };
};
