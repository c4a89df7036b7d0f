import type { Config } from '../../../config.ts';
import type { Clock } from '../../../platform/clock.ts';
import { conflict, DomainError, forbidden, unauthenticated } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput, optionalText } from '../../../platform/input.ts';
import { parseSecret, proves } from '../api-key.ts';
import type { Change, Mutations } from '../mutations.ts';
import type { Role, SignedIn, Viewer } from '../viewer.ts';
import { lockOrganization } from './administration.ts';
import type { Attempts } from './attempts.ts';
import { invitationStatements } from './invitations.repository.ts';
import { alreadyClaimed, stateOf } from './invitations.service.ts';
import { memberStatements, personStatements } from './members.repository.ts';
import { clash } from './membership.rules.ts';
import { newWrappedKey, sealName } from './person-name.ts';

export interface Acceptance {
  readonly token: string;
  readonly name?: string | null | undefined;
}

/** What somebody joined: an organisation in roles, or the record of a learner. */
export interface Joined {
  readonly personId: string;
  readonly organizationId: string | null;
  readonly roles: readonly Role[];
  readonly learnerId: string | null;
}

/** Lets somebody who signed in accept an invitation. This is when they become known here. */
export class JoiningService {
  constructor(
    private readonly deps: {
      /** One that may be written: a person is made known before they can be who changes something. */
      graph: Graph;
      viewer: Viewer;
      clock: Clock;
      attempts: Attempts;
      keys: Config;
      mutations: Mutations;
    },
  ) {}

  /**
   * Accepts an invitation, once. INVALID_INPUT (`INVITATION_NOT_VALID`), in the same words, for one that is unknown, used, withdrawn or
   * expired; RATE_LIMITED after too many of those; CONFLICT (`LEARNER_CLAIMED`, `ANOTHER_LEARNER`, `SEPARATION_OF_DUTIES`).
   */
  async accept(acceptance: Acceptance, idempotencyKey: string): Promise<Joined> {
    const person = this.whoSignedIn();
    const name = checkInput('name', optionalText(200), acceptance.name);
    const { graph, viewer, clock, keys } = this.deps;
    const id = await this.proven(acceptance.token, person);
    const known = await repository(graph.run, personStatements).ensurePerson({
      account: person.account,
      id: newId(clock()),
      issuer: person.issuer,
      now: clock(),
      key: newWrappedKey(keys.keyEncryptionKey, newId(clock())),
    });
    const mutations = this.deps.mutations.as({ ...viewer, person: { ...person, id: known.id } });
    // the token itself is not remembered, not even as part of what was asked
    const request = { name: 'acceptInvitation', input: { id, named: name !== null }, idempotencyKey };
    const joined = await mutations.perform(request, async (change) => {
      const result = await join(change, id, known.id);
      if (name !== null && known.key) {
        const sealedName = sealName(keys.keyEncryptionKey, known.key, known.id, name);
        await repository(change.run, personStatements).namePerson({ id: known.id, sealedName });
      }
      return result;
    });
    return { ...joined, roles: joined.roles as readonly Role[] };
  }

  private whoSignedIn(): SignedIn {
    const { person, keyId } = this.deps.viewer;
    if (person) return person;
    const words =
      'An invitation is accepted by a person: sign in with an OpenID provider, not with an API key.';
    throw keyId ? forbidden(words, { reason: 'PERSON_NEEDED' }) : unauthenticated(words);
  }

  /** The id of the invitation whose secret the token holds. */
  private async proven(token: string, person: SignedIn): Promise<string> {
    const sent = parseSecret('ci', token);
    const stored =
      sent && (await repository(this.deps.graph.run, invitationStatements).invitationSecret({ id: sent.id }));
    if (sent && stored && proves(sent.secret, stored.digest)) return sent.id;
    await this.deps.attempts.failed(person.account);
    throw notValid();
  }
}

async function join(change: Change, id: string, personId: string) {
  const invitations = repository(change.run, invitationStatements);
  const invitation = await invitations.lockInvitation({ id });
  if (!invitation || stateOf(invitation, change.now) !== 'OPEN') throw notValid();
  const { organizationId, learnerId } = invitation;
  if (!learnerId) await lockOrganization(change.run, organizationId);
  const members = repository(change.run, memberStatements);
  const person = await members.lockPerson({ id: personId, organizationId });
  if (!person) throw notValid();
  const roles = learnerId ? [] : [...new Set([...(person.roles ?? []), ...invitation.roles])];
  if (learnerId) {
    if (person.learnerId) throw conflict('You are another learner already.', { reason: 'ANOTHER_LEARNER' });
    const learner = await invitations.lockLearner({ id: learnerId });
    if (!learner) throw notValid();
    if (learner.claimed) throw alreadyClaimed();
    await invitations.claimLearner({ personId, learnerId });
  } else {
    const clashing = clash(roles);
    if (clashing) throw conflict(clashing, { reason: 'SEPARATION_OF_DUTIES' });
    await members.setMembership({ personId, organizationId, roles, now: change.now });
  }
  await invitations.endInvitation({ id, usedAt: change.now, withdrawnAt: null });
  change.audit({
    chain: organizationId,
    action: 'acceptInvitation',
    purpose: null,
    subject: learnerId,
    objects: [id, personId],
  });
  return { personId, organizationId: learnerId ? null : organizationId, roles, learnerId };
}

const notValid = () =>
  new DomainError(
    'INVALID_INPUT',
    'token: is not a valid invitation: it is unknown, used, withdrawn or expired. Ask for a new one.',
    {
      argument: 'token',
      reason: 'INVITATION_NOT_VALID',
    },
  );
