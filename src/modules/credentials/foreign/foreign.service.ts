import { createHash } from 'node:crypto';
import { z } from 'zod';
import { batch } from '../../../platform/batch.ts';
import { conflict, invalidInput, notFound } from '../../../platform/errors.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { newestFirst, type Page, type PageRequest, pageOf } from '../../../platform/paging.ts';
import { openFor, sealContext, sealFor } from '../../../platform/seal.ts';
import { PLATFORM } from '../../identity/audit/audit.service.ts';
import type { MutationRequest, Mutations } from '../../identity/mutations.ts';
import { asLearner, type Viewer } from '../../identity/viewer.ts';
import { awardStatements } from '../credentials.repository.ts';
import { namesOf, openKey, recipientErased } from '../drafts.ts';
import type { IssuingDeps } from '../issuing/issuing-options.ts';
import { readPresented } from '../verification/presented.ts';
import type { VerificationReport } from '../verification/report.ts';
import { graphSources } from '../verification/sources.ts';
import type { VerificationSources } from '../verification/verification-sources.ts';
import { verifyPresented } from '../verification/verify.ts';
import { foreignStatements, type StoredForeign } from './foreign.repository.ts';
import {
  claimsOf,
  objection,
  RECIPIENT_MATCHES,
  type Readable,
  readForeign,
  recipientMatch,
  standingOf,
} from './foreign.rules.ts';

/** How many credentials from elsewhere a learner may keep here. */
export const MOST_FOREIGN = 200;

const kept = z.object({
  name: z.string(),
  issuerName: z.string().nullable(),
  recipient: z.enum(RECIPIENT_MATCHES),
  report: z
    .looseObject({ checkedAt: z.coerce.date() })
    .transform((report) => report as unknown as VerificationReport),
});

/** A credential from elsewhere in a learner's record, opened. */
export type ForeignCredential = Omit<StoredForeign, 'sealedReport'> & z.output<typeof kept>;

/** What came of looking at a credential, before it is written. */
interface Looked {
  readonly text: string;
  readonly presented: Readable;
  readonly report: VerificationReport;
}

interface Owner {
  readonly personKey: Buffer;
  readonly email: string | null;
}

/** Credentials of other issuers that learners bring into their records. They prove nothing here by themselves, and only their learner sees them. */
export class ForeignService {
  readonly #foreign: Repository<typeof foreignStatements>;
  readonly #sources: VerificationSources;
  readonly #documentById;

  constructor(
    private readonly deps: IssuingDeps & {
      readonly viewer: Viewer;
      readonly mutations: Mutations;
      readonly verifying: () => Promise<void>;
    },
  ) {
    this.#foreign = repository(deps.graph.run, foreignStatements);
    this.#sources = graphSources(deps);
    this.#documentById = batch(
      (ids) => this.#documents(ids),
      ({ id }) => id,
    );
  }

  /** The viewer's own, the last that was brought first. */
  async list(request: PageRequest): Promise<Page<ForeignCredential>> {
    const { learnerId } = asLearner(this.deps.viewer);
    const window = newestFirst(request);
    const rows = await this.#foreign.ofLearner({ learnerId, ...window.from });
    return pageOf(
      window,
      rows,
      {
        node: ({ foreign, key }) => opened(foreign, openKey(key, this.deps.kek)),
        keysOf: ({ foreign }): [string, string] => [foreign.broughtAt.toISOString(), foreign.id],
      },
      async () => (await this.#foreign.ofLearnerCount({ learnerId })).total,
    );
  }

  /** The signed text, as it was taken out of what was brought; null for one that is not the viewer's. */
  async document(id: string): Promise<string | null> {
    return (await this.#documentById.load(id))?.document ?? null;
  }

  /** One of the viewer's own; null for any other. */
  async one(id: string): Promise<ForeignCredential | null> {
    return (await this.#documentById.load(id))?.foreign ?? null;
  }

  /**
   * Verifies a credential and adds it to the viewer's record; brought again, it is the one there is, checked anew. INVALID_INPUT (`document`; reason `NOT_READABLE`, `NOT_VERIFIED` with the `step`,
   * `OURS`); CONFLICT (`TOO_MANY_FOREIGN`); RATE_LIMITED.
   */
  async bring(document: string, idempotencyKey: string | undefined): Promise<ForeignCredential> {
    const { learnerId } = asLearner(this.deps.viewer);
    const looked = await this.#look(document);
    const { report, text, presented } = looked;
    const against = objection(report);
    if (against)
      throw invalidInput(
        'document',
        `does not verify, and only what does is kept. ${against.name}: ${against.reason}`,
        { reason: 'NOT_VERIFIED', step: against.name },
      );
    if (report.issuer !== null && this.#sources.isOurs(report.issuer))
      throw invalidInput(
        'document',
        'was issued here: it stands in the record of whoever it was issued to.',
        {
          reason: 'OURS',
        },
      );
    const digest = createHash('sha256').update(text).digest('hex');
    const owner = await this.#owner(learnerId);
    const asked = { name: 'bringCredential', input: { digest }, idempotencyKey };
    const id = await this.deps.mutations.perform(asked, async ({ run, now, audit }) => {
      const fresh = newId(now);
      const store = repository(run, foreignStatements);
      const written = await store.bring({
        learnerId,
        id: fresh,
        digest,
        format: presented.format,
        sealedDocument: sealFor(owner.personKey, text, place(fresh, 'sealedDocument')),
        now,
        most: MOST_FOREIGN,
      });
      if (!written) throw recipientErased();
      if (written.sameId === null && written.held >= MOST_FOREIGN)
        throw conflict(
          `You keep ${MOST_FOREIGN} credentials from elsewhere here already. Take one out first (removeForeignCredential).`,
          { reason: 'TOO_MANY_FOREIGN', max: MOST_FOREIGN },
        );
      const made = written.sameId ?? fresh;
      await store.writeCheck(checked(made, learnerId, looked, owner, now));
      audit({ chain: PLATFORM, action: asked.name, purpose: null, subject: learnerId, objects: [made] });
      return made;
    });
    return this.#existing(id);
  }

  /** Verifies one of the viewer's credentials from elsewhere again, as it is now. NOT_FOUND; RATE_LIMITED. */
  async recheck(id: string, idempotencyKey: string | undefined): Promise<ForeignCredential> {
    const { learnerId } = asLearner(this.deps.viewer);
    const document = await this.document(id);
    if (document === null) throw notFound('foreign credential', id);
    const looked = await this.#look(document);
    const owner = await this.#owner(learnerId);
    const asked = { name: 'recheckForeignCredential', input: { id }, idempotencyKey };
    await this.#change(asked, id, (store, now) =>
      store.writeCheck(checked(id, learnerId, looked, owner, now)),
    );
    return this.#existing(id);
  }

  /** Takes one out of the viewer's record for good. Answers its id; NOT_FOUND. */
  async remove(id: string, idempotencyKey: string): Promise<string> {
    const { learnerId } = asLearner(this.deps.viewer);
    const asked = { name: 'removeForeignCredential', input: { id }, idempotencyKey };
    return this.#change(asked, id, (store) => store.remove({ learnerId, id }));
  }

  /** Changes one of the viewer's; `work` answers null for any other. Answers its id. */
  #change(
    asked: MutationRequest,
    id: string,
    work: (store: Repository<typeof foreignStatements>, now: Date) => Promise<object | null>,
  ): Promise<string> {
    const { learnerId } = asLearner(this.deps.viewer);
    return this.deps.mutations.perform(asked, async ({ run, now, audit }) => {
      if (!(await work(repository(run, foreignStatements), now))) throw notFound('foreign credential', id);
      audit({ chain: PLATFORM, action: asked.name, purpose: null, subject: learnerId, objects: [id] });
      return id;
    });
  }

  async #look(document: string): Promise<Looked> {
    await this.deps.verifying();
    const started = performance.now();
    const presented = await readPresented(document, this.#sources.web);
    if ('problem' in presented)
      throw invalidInput('document', `cannot be read as a credential. ${presented.problem}`, {
        reason: 'NOT_READABLE',
      });
    const took = performance.now() - started;
    const report = await verifyPresented(presented, this.#sources, this.deps.clock(), took);
    return { text: presented.text, presented, report };
  }

  async #owner(learnerId: string): Promise<Owner> {
    const people = repository(this.deps.graph.run, awardStatements);
    const [learner] = await people.recipients({ learnerIds: [learnerId] });
    const personKey = openKey(learner?.key ?? null, this.deps.kek);
    return { personKey, email: learner ? namesOf({ ...learner, id: learnerId }, personKey).email : null };
  }

  async #existing(id: string): Promise<ForeignCredential> {
    this.#documentById.clear(id);
    const found = await this.one(id);
    if (!found) throw notFound('foreign credential', id);
    return found;
  }

  async #documents(ids: readonly string[]) {
    const { learnerId } = this.deps.viewer;
    if (learnerId === null) return [];
    const rows = await this.#foreign.byIds({ learnerId, ids: [...ids] });
    return rows.map(({ foreign, sealedDocument, key }) => {
      const personKey = openKey(key, this.deps.kek);
      return {
        id: foreign.id,
        foreign: opened(foreign, personKey),
        document: openFor(personKey, sealedDocument, place(foreign.id, 'sealedDocument')),
      };
    });
  }
}

const place = (id: string, property: 'sealedDocument' | 'sealedReport'): string =>
  sealContext('ForeignCredential', id, property);

function opened({ sealedReport, ...foreign }: StoredForeign, personKey: Uint8Array): ForeignCredential {
  return {
    ...foreign,
    ...kept.parse(JSON.parse(openFor(personKey, sealedReport, place(foreign.id, 'sealedReport')))),
  };
}

function checked(id: string, learnerId: string, looked: Looked, { personKey, email }: Owner, now: Date) {
  const { presented, report } = looked;
  const { identities, validUntil, ...said } = readForeign(presented);
  const recipient = recipientMatch(identities, email);
  return {
    learnerId,
    id,
    now,
    standing: standingOf(report, recipient),
    validUntil,
    sealedReport: sealFor(
      personKey,
      JSON.stringify({ ...said, recipient, report }),
      place(id, 'sealedReport'),
    ),
    claims: claimsOf(report.alignments),
  };
}
