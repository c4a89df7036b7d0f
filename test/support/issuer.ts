import { randomUUID } from 'node:crypto';
import { type Caller, startApi, type TestApi } from './api.ts';
import { testConfig } from './config.ts';
import { type CredentialWorld, credentialWorld } from './credential-world.ts';

const ISSUE = `mutation ($input: IssueCredentialInput!, $key: String!) {
  issueCredential(input: $input, idempotencyKey: $key) { id } }`;
const REVOKE = `mutation ($id: ID!, $key: String!) {
  revokeCredential(id: $id, reason: "A mistake.", idempotencyKey: $key) { id } }`;

/** A learner of the world who was issued a credential. */
export interface Held {
  readonly id: string;
  readonly learnerId: string;
  readonly learner: Caller;
}

/** What our verifier says of an upload. */
export interface Report {
  readonly verdict: string;
  readonly format: string;
  readonly steps: readonly { readonly name: string; readonly outcome: string; readonly reason: string }[];
  readonly alignments: readonly { readonly targetUrl: string }[];
}

/** The API, a world in it, and somebody of the issuer there, who issues and withdraws credentials. */
export interface TestIssuer {
  readonly api: TestApi;
  readonly world: CredentialWorld;
  readonly staff: Caller;
  /** Issues a badge of the world, the first unless another is named, for a result; answers the id. Throws when it is refused. */
  issue(resultId: string, badgeVersionId?: string): Promise<string>;
  /** A new learner who is issued the badge. */
  held(work?: { email?: string }): Promise<Held>;
  /** Withdraws a credential. Throws when it is refused. */
  revoke(id: string): Promise<void>;
  /** Uploads a document, for anybody to verify. */
  verify(document: string): Promise<Report>;
  close(): Promise<void>;
}

/** Makes a world and starts the whole server over it. Close it in afterAll. */
export async function startIssuer(options: Parameters<typeof startApi>[0] = {}): Promise<TestIssuer> {
  const [api, world] = await Promise.all([startApi(options), credentialWorld(testConfig())]);
  const staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  const done = async (query: string, variables: Record<string, unknown>) => {
    const { data, errors } = await staff(query, { key: randomUUID(), ...variables });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  };
  const issue: TestIssuer['issue'] = async (resultId, badgeVersionId = world.badgeVersionId) =>
    (await done(ISSUE, { input: { resultId, badgeVersionId } })).issueCredential.id;
  return {
    api,
    world,
    staff,
    issue,
    async held(work) {
      const { learnerId, resultId } = await world.learner(work);
      const id = await issue(resultId);
      return { id, learnerId, learner: await api.as({ role: 'LEARNER', learnerId }) };
    },
    async revoke(id) {
      await done(REVOKE, { id });
    },
    async verify(document) {
      const answer = await fetch(`${api.url}/verify`, { method: 'POST', body: document });
      if (answer.status !== 200) throw new Error(`The verifier answered ${answer.status}.`);
      return (await answer.json()) as Report;
    },
    async close() {
      await Promise.all([api.close(), world.close()]);
    },
  };
}
