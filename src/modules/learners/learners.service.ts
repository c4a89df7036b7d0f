import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { conflict, DomainError, notFound } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import { newId } from '../../platform/ids.ts';
import { checkInput, languageTag, text } from '../../platform/input.ts';
import { blindIndex, createPersonKey } from '../../platform/seal.ts';
import type { MutationRequest, Mutations } from '../identity/mutations.ts';
import { asLearner, asMember, type Viewer } from '../identity/viewer.ts';
import type { LearnerProfile } from './learners.records.ts';
import { learnerStatements } from './learners.repository.ts';
import { openProfile, sealProfile, wrapPersonKey } from './person-seal.ts';

const learnerRules = z.object({
  name: text(200),
  email: z
    .string()
    .trim()
    .pipe(z.email('must be an e-mail address.').max(254, 'must have at most 254 characters.')),
  region: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'must be a code of ISO 3166, such as DE or GB-SCT.')
    .nullish(),
  language: languageTag.nullish(),
});
export type LearnerInput = z.input<typeof learnerRules>;

/** What seals personal data and finds it again; 32 bytes each. */
export interface PersonalKeys {
  readonly keyEncryptionKey: Uint8Array;
  readonly indexKey: Uint8Array;
}

/** Larger than any number of learners, small enough for a number to hold exactly. */
const TIE_BREAKS = 2 ** 47;

/** Registers learners and shows them their own record. Name and e-mail never lie in the graph in clear. */
export class LearnersService {
  private readonly graph;

  constructor(
    private readonly deps: {
      graph: Graph;
      viewer: Viewer;
      clock: Clock;
      keys: PersonalKeys;
      mutations: Mutations;
    },
  ) {
    this.graph = repository(deps.graph.run, learnerStatements);
  }

  /** Registers a learner. For ISSUER_ADMIN; CONFLICT when the e-mail address is registered already, with any organisation. */
  async create(
    input: LearnerInput,
    idempotencyKey?: MutationRequest['idempotencyKey'],
  ): Promise<LearnerProfile> {
    const { organizationId } = asMember(this.deps.viewer, 'ISSUER_ADMIN');
    const { name, email, region, language } = checkInput('input', learnerRules, input);
    const { keyEncryptionKey, indexKey } = this.deps.keys;
    const personKey = createPersonKey();
    try {
      const made = await this.deps.mutations.perform(
        { name: 'createLearner', input, idempotencyKey },
        async ({ run, now, audit }) => {
          const id = newId(now);
          await repository(run, learnerStatements).createLearner({
            organizationId,
            id,
            tieBreak: randomInt(TIE_BREAKS),
            now,
            sealedProfile: sealProfile(personKey, id, { name, email }),
            emailIndex: blindIndex(indexKey, email),
            region: region ?? null,
            language: language ?? null,
            key: wrapPersonKey(keyEncryptionKey, personKey, newId(now)),
          });
          audit({
            chain: organizationId,
            action: 'createLearner',
            purpose: null,
            subject: id,
            objects: [id],
          });
          return { id, createdAt: now.toISOString() };
        },
      );
      const createdAt = new Date(made.createdAt);
      return { id: made.id, createdAt, region: region ?? null, language: language ?? null, name, email };
    } catch (error) {
      if (error instanceof DomainError && error.details['reason'] === 'ALREADY_EXISTS')
        throw conflict('input.email: a learner with this e-mail address is registered already.', {
          reason: 'EMAIL_TAKEN',
          argument: 'input.email',
        });
      throw error;
    }
  }

  /** The viewer's own record, opened. For LEARNER. */
  async me(): Promise<LearnerProfile> {
    const { learnerId } = asLearner(this.deps.viewer);
    const [learner] = await this.graph.learnersByIds({ ids: [learnerId] });
    if (!learner) throw notFound('learner', learnerId);
    const profile = openProfile(this.deps.keys.keyEncryptionKey, learner);
    const { id, createdAt, region, language } = learner;
    return { id, createdAt, region, language, name: profile?.name ?? null, email: profile?.email ?? null };
  }
}
