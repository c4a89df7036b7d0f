import { randomUUID } from 'node:crypto';
import type { Answer, Caller, TestApi } from '../api.ts';

/** A review that is open, a proposal and feedback, none of which anybody outside may see, and a closed review; answers ids and words. */
export async function makeQuality(
  api: TestApi,
  query: (cypher: string, params?: Record<string, unknown>) => Promise<unknown>,
  of: {
    mark: string;
    staff: Caller;
    admin: Caller;
    learner: Caller;
    badge: string;
    reviewed: string;
    outcome: string;
    credential: string;
  },
): Promise<{ ids: Record<string, string>; words: Record<string, string> }> {
  const { mark, staff, admin } = of;
  const words = {
    finding: `Finding-${mark}`,
    statement: `Statement-${mark}`,
    proposal: `Proposal-${mark}`,
    comment: `Comment-${mark}`,
    feedback: `Feedback-${mark}`,
  };
  const outsideId = `outside-${mark}`;
  await query("CREATE (:Organization {id: $outsideId, name: 'Outside', kinds: ['REVIEWER', 'EMPLOYER']})", {
    outsideId,
  });
  const reviewer = await api.as({ role: 'EXTERNAL_REVIEWER', organizationId: outsideId });
  const review = async (badge: string, statement: string, findings: object[]): Promise<string> => {
    const { errors } = await staff(
      'mutation ($id: ID!) { setReviewPolicy(badgeId: $id, input: {intervalMonths: 12, required: [{role: EXTERNAL_REVIEWER}]}) { dueDays } }',
      { id: badge },
    );
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const id = await made(
      staff(
        'mutation ($id: ID!, $to: [ID!]!) { made: openReview(badgeId: $id, organizationIds: $to) { id } }',
        {
          id: badge,
          to: [outsideId],
        },
      ),
    );
    await made(
      reviewer(
        'mutation ($id: ID!, $input: ReviewPartInput!) { made: takePartInReview(reviewId: $id, input: $input) { id } }',
        {
          id,
          input: { role: 'EXTERNAL_REVIEWER', statement, findings },
        },
      ),
    );
    return id;
  };
  const closed = await review(of.reviewed, 'Fine.', [
    { severity: 'NOTE', aspect: 'OUTCOMES', text: 'Short.' },
  ]);
  await made(
    admin(
      'mutation ($id: ID!) { made: closeReview(reviewId: $id, input: {decision: APPROVE, reason: "Fine."}) { id } }',
      {
        id: closed,
      },
    ),
  );
  const open = await review(of.badge, words.statement, [
    { severity: 'NOTE', aspect: 'OUTCOMES', text: words.finding },
  ]);
  const { data } = await admin(
    'query ($id: ID!) { review(id: $id) { findings { edges { node { id } } } } }',
    { id: open },
  );
  const proposal = await made(
    staff(
      'mutation ($id: ID!, $input: ChangeProposalInput!) { made: proposeChange(badgeId: $id, input: $input) { id } }',
      {
        id: of.badge,
        input: {
          title: words.proposal,
          reason: 'It is longer.',
          edits: [
            {
              place: { kind: 'OUTCOME', id: of.outcome, field: 'statement' },
              text: 'Keeps more things apart.',
            },
          ],
        },
      },
    ),
  );
  await made(
    staff(
      'mutation ($id: ID!, $text: String!) { made: commentOnProposal(proposalId: $id, input: {text: $text}) { id } }',
      {
        id: proposal,
        text: words.comment,
      },
    ),
  );
  const feedback = await made(
    of.learner(
      'mutation ($id: ID!, $words: String!, $key: String!) { made: giveFeedback(credentialId: $id, input: {rating: 3, words: $words}, idempotencyKey: $key) { id } }',
      { id: of.credential, words: words.feedback, key: randomUUID() },
    ),
  );
  return {
    ids: {
      review: open,
      finding: data.review.findings.edges[0].node.id,
      changeProposal: proposal,
      proposal,
      feedback,
    },
    words,
  };
}

async function made(answer: Promise<Answer<{ made: { id: string } }>>): Promise<string> {
  const { data, errors } = await answer;
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.made.id;
}
