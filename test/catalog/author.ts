import type { Answer, Caller } from '../support/api.ts';

/** The smallest catalogue an issuer can publish, made through the API; answers the ids. */
export async function publishBadge(
  issuer: Caller,
  { name = 'Network basics', skillUri, level = 4 }: { name?: string; skillUri: string; level?: number },
) {
  const unit = await made(
    issuer(
      `mutation { made: createLearningUnit(input: {title: "Unit of ${name}", effortMinutes: 90, mode: LIVE, languages: ["en"], level: 4}) { id } }`,
    ),
  );
  const outcome = await made(
    issuer(`mutation ($input: CreateOutcomeInput!) { made: createOutcome(input: $input) { id } }`, {
      input: {
        statement: 'Configures a switch for two networks.',
        verb: 'configure',
        object: 'a switch',
        alignments: [{ skillUri, level }],
        learningUnitIds: [unit],
      },
    }),
  );
  const assessment = await made(
    issuer(`mutation ($input: CreateAssessmentInput!) { made: createAssessment(input: $input) { id } }`, {
      input: { ...assessmentInput, outcomeIds: [outcome], learningUnitIds: [unit] },
    }),
  );
  const badge = await made(
    issuer(`mutation ($input: BadgeVersionInput!) { made: createBadge(input: $input) { id } }`, {
      input: { name, outcomeIds: [outcome], assessmentIds: [assessment], validMonths: 24 },
    }),
  );
  const { data } = await issuer(
    'query ($id: ID!) { badge(id: $id) { versions { edges { node { id } } } } }',
    {
      id: badge,
    },
  );
  const version: string = data.badge.versions.edges[0].node.id;
  await made(issuer('mutation ($id: ID!) { made: publishBadgeVersion(id: $id) { id } }', { id: version }));
  return { unit, outcome, assessment, badge, version };
}

export const assessmentInput = {
  title: 'Set up two networks',
  kind: 'PROJECT',
  task: 'Set up two networks on one switch.',
  supervised: true,
  rubric: {
    title: 'Networks',
    criteria: [
      {
        title: 'Separation',
        levels: [
          { title: 'Not yet', points: 0 },
          { title: 'Working', points: 2, passing: true, descriptor: 'The networks do not see each other.' },
          { title: 'Expert', points: 3 },
        ],
      },
      {
        title: 'Documentation',
        levels: [
          { title: 'Not yet', points: 0 },
          { title: 'Working', points: 1, passing: true },
        ],
      },
    ],
  },
};

/** The id of what a mutation made, under the alias `made`; fails with the errors when it did not. */
export async function made(answer: Promise<Answer<{ made: { id: string } }>>): Promise<string> {
  const { data, errors } = await answer;
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.made.id;
}
