import { z } from 'zod';
import { conflict, forbidden, notFound } from '../../../../platform/errors.ts';
import type { Graph } from '../../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../../platform/graph/repository.ts';
import { newId } from '../../../../platform/ids.ts';
import { checkInput, optionalText, text, webAddress } from '../../../../platform/input.ts';
import { newestFirst, type Page, type PageRequest, pageOf } from '../../../../platform/paging.ts';
import { openFor, type Sealer, sealContext, sealFor } from '../../../../platform/seal.ts';
import { PLATFORM } from '../../../identity/audit/audit.service.ts';
import type { Reads } from '../../../identity/audit/reads.ts';
import type { Mutations } from '../../../identity/mutations.ts';
import { actorOf, actorsOf, asLearner, asMember, type Role, type Viewer } from '../../../identity/viewer.ts';
import { awardStatements } from '../../credentials.repository.ts';
import { openKey } from '../../drafts.ts';
import { type ValidationRow, validationStatements } from './validations.repository.ts';

/** Who may confirm something for their organisation. */
export const VALIDATORS = ['EMPLOYER', 'ISSUER_STAFF', 'ISSUER_ADMIN', 'ASSESSOR'] as const satisfies Role[];

/** How much a learner may have asked for at a time, answered or not. */
export const MOST_VALIDATIONS = 100;

const claimRules = z.object({
  claim: text(2_000),
  url: webAddress.nullish().transform((value) => value ?? null),
});
const answerRules = z.object({
  confirmed: z.boolean(),
  statement: text(2_000),
  name: optionalText(200),
  position: optionalText(200),
});
export type ClaimInput = z.input<typeof claimRules>;
export type AnswerInput = z.input<typeof answerRules>;

const profileShape = z.object({
  name: z
    .string()
    .nullish()
    .transform((name) => name ?? null),
});
const claimShape = z.object({ claim: z.string(), url: z.string().nullable(), name: z.string().nullable() });
const answerShape = z.object({
  statement: z.string(),
  name: z.string().nullable(),
  position: z.string().nullable(),
});

/** What a supervisor was asked to confirm, and what they said, opened. */
export interface Validation {
  readonly id: string;
  readonly learnerId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly confirmed: boolean | null;
  readonly claim: string;
  readonly url: string | null;
  readonly learnerName: string | null;
  readonly statement: string | null;
  readonly validatorName: string | null;
  readonly validatorPosition: string | null;
}

/** What supervisors confirm of learners, on their request. Seen by the learner and by the organisation that was asked, which is audited. */
export class ValidationsService {
  readonly #graph: Repository<typeof validationStatements>;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly viewer: Viewer;
      readonly mutations: Mutations;
      readonly reads: Reads;
      readonly kek: Sealer;
    },
  ) {
    this.#graph = repository(deps.graph.run, validationStatements);
  }

  /** The viewer's own, the last first. For LEARNER. */
  async mine(request: PageRequest): Promise<Page<Validation>> {
    const { learnerId } = asLearner(this.deps.viewer);
    const window = newestFirst(request);
    const rows = await this.#graph.ofLearner({ learnerId, ...window.from });
    return this.#page(window, rows, async () => (await this.#graph.ofLearnerCount({ learnerId })).total);
  }

  /** What the viewer's organisation is asked and has not answered, the last first; audited. */
  async open(request: PageRequest): Promise<Page<Validation>> {
    const { organizationId } = asMember(this.deps.viewer, ...VALIDATORS);
    const window = newestFirst(request);
    const rows = await this.#graph.ofOrganization({ organizationId, ...window.from });
    for (const { validation } of rows.slice(0, window.first))
      this.deps.reads.note({
        chain: organizationId,
        purpose: 'VALIDATION',
        subject: validation.learnerId,
        objects: [validation.id],
      });
    return this.#page(
      window,
      rows,
      async () => (await this.#graph.ofOrganizationCount({ organizationId })).total,
    );
  }

  /** Those of a learner with these ids, opened; whoever calls has decided that they may be shown. */
  async ofLearner(learnerId: string, ids: readonly string[]): Promise<Validation[]> {
    if (ids.length === 0) return [];
    const rows = await this.#graph.byIds({ ids: [...ids] });
    return rows
      .filter(({ validation }) => validation.learnerId === learnerId)
      .map((row) => this.#opened(row));
  }

  /** Asks an organisation to confirm something, which tells it the viewer's name. INVALID_INPUT; NOT_FOUND; CONFLICT (`TOO_MANY_VALIDATIONS`). */
  async ask(organizationId: string, input: ClaimInput, idempotencyKey: string): Promise<Validation> {
    const { learnerId } = asLearner(this.deps.viewer);
    const claim = checkInput('input', claimRules, input);
    const { personKey, name } = await this.#learner(learnerId);
    const asked = { name: 'askForValidation', input: { organizationId, ...claim }, idempotencyKey };
    const id = await this.deps.mutations.perform(asked, async ({ run, now, audit }) => {
      const fresh = newId(now);
      const sealedClaim = this.#seal(personKey, fresh, 'sealedClaim', { ...claim, name });
      const written = await repository(run, validationStatements).ask({
        learnerId,
        organizationId,
        id: fresh,
        now,
        sealedClaim,
        most: MOST_VALIDATIONS,
      });
      if (!written) throw notFound('organization', organizationId, 'organizationId');
      if (written.asked >= MOST_VALIDATIONS)
        throw conflict(`You asked for ${MOST_VALIDATIONS} validations already. Remove one first.`, {
          reason: 'TOO_MANY_VALIDATIONS',
          max: MOST_VALIDATIONS,
        });
      for (const chain of [PLATFORM, organizationId])
        audit({ chain, action: asked.name, purpose: null, subject: learnerId, objects: [fresh] });
      return fresh;
    });
    return this.#existing(id);
  }

  /** Answers for the viewer's organisation, once. NOT_FOUND; INVALID_INPUT; FORBIDDEN (`SEPARATION_OF_DUTIES`) for the learner; CONFLICT (`ANSWERED`). */
  async answer(id: string, input: AnswerInput, idempotencyKey: string): Promise<Validation> {
    const { organizationId } = asMember(this.deps.viewer, ...VALIDATORS);
    const { confirmed, ...said } = checkInput('input', answerRules, input);
    const [found] = await this.#graph.byIds({ ids: [id] });
    if (found?.validation.organizationId !== organizationId) throw notFound('validation', id);
    const { learnerId } = found.validation;
    if (actorsOf(this.deps.viewer).includes(learnerId))
      throw forbidden('Nobody confirms what they claim themselves.', { reason: 'SEPARATION_OF_DUTIES' });
    const personKey = openKey(found.key, this.deps.kek);
    const asked = { name: 'answerValidation', input: { id, confirmed, ...said }, idempotencyKey };
    await this.deps.mutations.perform(asked, async ({ run, now, audit }) => {
      const done = await repository(run, validationStatements).answer({
        organizationId,
        id,
        now,
        confirmed,
        actor: actorOf(this.deps.viewer),
        sealedAnswer: this.#seal(personKey, id, 'sealedAnswer', said),
      });
      if (!done) throw conflict('This was answered before.', { reason: 'ANSWERED' });
      audit({ chain: organizationId, action: asked.name, purpose: null, subject: learnerId, objects: [id] });
      return id;
    });
    return this.#existing(id);
  }

  /** Deletes one of the viewer's, with its answer. Answers its id; NOT_FOUND. For LEARNER. */
  remove(id: string, idempotencyKey: string): Promise<string> {
    const { learnerId } = asLearner(this.deps.viewer);
    const asked = { name: 'removeValidation', input: { id }, idempotencyKey };
    return this.deps.mutations.perform(asked, async ({ run, audit }) => {
      const gone = await repository(run, validationStatements).remove({ learnerId, id });
      if (!gone) throw notFound('validation', id);
      audit({ chain: PLATFORM, action: asked.name, purpose: null, subject: learnerId, objects: [id] });
      return id;
    });
  }

  async #existing(id: string): Promise<Validation> {
    const [found] = await this.#graph.byIds({ ids: [id] });
    if (!found) throw notFound('validation', id);
    return this.#opened(found);
  }

  #page(
    window: ReturnType<typeof newestFirst>,
    rows: readonly ValidationRow[],
    count: () => Promise<number>,
  ): Page<Validation> {
    return pageOf(
      window,
      rows,
      {
        node: (row) => this.#opened(row),
        keysOf: ({ validation }): [string, string] => [validation.askedAt.toISOString(), validation.id],
      },
      count,
    );
  }

  /** The key of a learner and what they are called. */
  async #learner(learnerId: string): Promise<{ readonly personKey: Buffer; readonly name: string | null }> {
    const people = repository(this.deps.graph.run, awardStatements);
    const [learner] = await people.recipients({ learnerIds: [learnerId] });
    const personKey = openKey(learner?.key ?? null, this.deps.kek);
    const profile =
      learner?.sealedProfile &&
      openFor(personKey, learner.sealedProfile, sealContext('Learner', learnerId, 'sealedProfile'));
    return { personKey, name: profile ? profileShape.parse(JSON.parse(profile)).name : null };
  }

  #seal(key: Uint8Array, id: string, property: 'sealedClaim' | 'sealedAnswer', value: object): string {
    return sealFor(key, JSON.stringify(value), sealContext('Validation', id, property));
  }

  #opened({ validation: { sealedClaim, sealedAnswer, ...validation }, key }: ValidationRow): Validation {
    const personKey = openKey(key, this.deps.kek);
    const open = (property: string, envelope: string): unknown =>
      JSON.parse(openFor(personKey, envelope, sealContext('Validation', validation.id, property)));
    const { claim, url, name } = claimShape.parse(open('sealedClaim', sealedClaim));
    const said = sealedAnswer === null ? null : answerShape.parse(open('sealedAnswer', sealedAnswer));
    return {
      ...validation,
      claim,
      url,
      learnerName: name,
      statement: said?.statement ?? null,
      validatorName: said?.name ?? null,
      validatorPosition: said?.position ?? null,
    };
  }
}
