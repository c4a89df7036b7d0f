import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import { invalidInput } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import type { Run } from '../../../platform/graph/repository.ts';
import { checkInput, distinct, eqfLevel, whole } from '../../../platform/input.ts';
import type { AuditEntry } from '../../identity/audit/chain.ts';
import type { Change, MutationRequest, Mutations, Stored as StoredResult } from '../../identity/mutations.ts';
import type { OrganizationService } from '../../identity/organization.service.ts';
import { asMember, type Member, type Viewer } from '../../identity/viewer.ts';
import { AssessmentAuthoringService } from '../assessments/assessment-authoring.service.ts';
import { Authoring } from '../authoring.ts';
import { BadgeAuthoringService } from '../badges/badge-authoring.service.ts';
import { ASSESSMENT_KINDS, UNIT_MODES } from '../catalog.records.ts';
import { CatalogService } from '../catalog.service.ts';
import { OutcomeAuthoringService } from '../outcomes/outcome-authoring.service.ts';
import { UnitAuthoringService } from '../units/unit-authoring.service.ts';
import { addressesUnder } from './addresses.ts';
import type { ReadDocument } from './document.ts';
import type { ImportDefaults } from './fitting.ts';
import { type Format, formats } from './formats.ts';
import { Importing } from './importing.ts';
import { importFrameworks } from './importing-frameworks.ts';
import { grouped, type Loss, type LossGroup } from './loss.ts';
import type { ImportResult } from './steps.ts';
import { exchangeStore, holdingsOf, packageOf, readStored } from './stored.ts';

export interface ExchangeDeps {
  readonly graph: Graph;
  readonly viewer: Viewer;
  readonly clock: Clock;
  readonly mutations: Mutations;
  readonly organizations: OrganizationService;
  readonly publicUrl: string;
  readonly urls: { image(digest: string): string };
}

export interface ImportRequest {
  readonly format: Format;
  readonly document: string;
  readonly dryRun: boolean;
  readonly defaults?: ImportDefaults | null;
}

export interface ExportResult {
  readonly document: string;
  readonly losses: readonly LossGroup[];
}

/** How many things one import or export may hold: what one transaction can carry within the memory the database gives it (64 MB). */
export const LIMITS = { imported: 1_000, concepts: 2_000, exported: 5_000 } as const;

const defaultRules = z.object({
  effortMinutes: whole(1, 525_600, 'minutes').nullish(),
  mode: z.enum(UNIT_MODES).nullish(),
  level: eqfLevel.nullish(),
  kind: z.enum(ASSESSMENT_KINDS).nullish(),
});

/** Brings catalogues in and gives them out in the formats of other software. For ISSUER_ADMIN and ISSUER_STAFF, about their own organisation. */
export class ExchangeService {
  constructor(private readonly deps: ExchangeDeps) {}

  /**
   * Writes what a document describes, in one audited transaction; a dry run does the same and takes it back. INVALID_INPUT naming the place
   * when the document cannot be read; what has no place in the catalogue is answered, not refused. CONFLICT and FORBIDDEN see `importFrameworks`.
   */
  async importCatalogue(
    request: ImportRequest,
    key?: MutationRequest['idempotencyKey'],
  ): Promise<ImportResult> {
    const author = asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
    const defaults = checkInput('defaults', defaultRules, request.defaults ?? {});
    const { format, document, dryRun } = request;
    const read = formats[format].read(document);
    refuseSize(read);
    if (dryRun)
      return this.deps.mutations.rehearse((change) =>
        this.carryOut({ author, format, read, defaults }, change),
      );
    const digest = createHash('sha256').update(document).digest('hex');
    const input = { format, digest, defaults };
    const result = await this.deps.mutations.perform(
      { name: 'importCatalogue', input, idempotencyKey: key },
      async (change) => {
        const done = await this.carryOut({ author, format, read, defaults }, change);
        const objects = done.steps.flatMap(({ action, id }) =>
          id === null || action === 'SAME' ? [] : [id],
        );
        change.audit({
          chain: author.organizationId,
          action: 'importCatalogue',
          purpose: null,
          subject: null,
          objects,
        });
        return done as unknown as StoredResult;
      },
    );
    return result as unknown as ImportResult;
  }

  /** The organisation’s catalogue as a document: these badges with all that belongs to them, or everything. Null when one of the badges is not its own. */
  async exportCatalogue(format: Format, badgeIds: readonly string[] | null): Promise<ExportResult | null> {
    const author = asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
    const asked = badgeIds && checkInput('badgeIds', distinct(z.string(), 100), badgeIds);
    const store = exchangeStore(this.deps.graph.run);
    const addresses = addressesUnder(this.deps.publicUrl);
    const holdings = await holdingsOf(store, author.organizationId, addresses);
    const own = (part: string) => holdings.things.filter((thing) => thing.part === part).map(({ id }) => id);
    const badges = own('badges');
    if (asked?.some((id) => !badges.includes(id))) return null;
    const wanted = asked
      ? { badges: asked, outcomes: [], assessments: [], units: [] }
      : { badges, outcomes: own('outcomes'), assessments: own('assessments'), units: own('units') };
    const total = Object.values(wanted).reduce((sum, ids) => sum + ids.length, 0);
    if (total > LIMITS.exported)
      throw invalidInput(
        'badgeIds',
        `must be given: there are ${total} things, at most ${LIMITS.exported} go into one document.`,
      );
    const stored = await readStored(store, holdings, wanted, false);
    const organization = await this.deps.organizations.organization(author.organizationId);
    const content = packageOf(stored);
    const written = formats[format].write(content, {
      publisher: {
        name: organization?.name ?? author.organizationId,
        url: organization?.url ?? null,
        uri: organization?.url ?? `${this.deps.publicUrl}/catalogue/organizations/${author.organizationId}`,
      },
      skills: stored.skills,
      now: this.deps.clock(),
    });
    const beside = [...stored.beside].flatMap(([id, { equivalents, roleProfileIds }]): Loss[] => {
      const at = content.units.findIndex(({ uri }) => uri === holdings.uriOf('units', id));
      const note = (field: string, count: number): Loss[] =>
        count === 0
          ? []
          : [
              {
                side: 'CATALOGUE',
                path: `/units/${at}/${field}`,
                kind: 'LIST',
                why: 'It names things of this instance only.',
                severity: 'WARNING',
              },
            ];
      return [
        ...note('equivalents', equivalents.length),
        ...note('targetRoleProfiles', roleProfileIds.length),
      ];
    });
    return { document: written.document, losses: grouped([...written.losses, ...beside]) };
  }

  private async carryOut(
    { author, format, read, defaults }: ImportTask,
    { run, now, audit }: Change,
  ): Promise<ImportResult> {
    const { deps } = this;
    const graph: Graph = { ...deps.graph, run };
    const store = exchangeStore(run);
    const addresses = addressesUnder(deps.publicUrl);
    const frameworks = await importFrameworks({ store, graph, author, now }, read);
    const catalog = new CatalogService({ graph, viewer: author });
    const authoring = new Authoring({
      viewer: author,
      clock: () => now,
      catalog,
      mutations: within(run, now, audit),
    });
    const importing = new Importing(
      {
        store,
        holdings: await holdingsOf(store, author.organizationId, addresses),
        addresses,
        defaults,
        changeReason: `Imported as ${format}.`,
        now,
        outcomes: new OutcomeAuthoringService(authoring),
        assessments: new AssessmentAuthoringService(authoring),
        badges: new BadgeAuthoringService(authoring, deps.urls),
        units: new UnitAuthoringService(authoring),
      },
      read,
    );
    await importing.run();
    return {
      steps: [...frameworks, ...importing.steps],
      losses: grouped([...read.losses, ...importing.book.losses]),
    };
  }
}

interface ImportTask {
  readonly author: Member;
  readonly format: Format;
  readonly read: ReadDocument;
  readonly defaults: ImportDefaults;
}

/** Mutations that are parts of one that is under way: same transaction, same audit. */
const within = (run: Run, now: Date, audit: (entry: AuditEntry) => void): Pick<Mutations, 'perform'> => ({
  perform: (_request, work) => work({ run, now, audit }),
});

function refuseSize({ content }: ReadDocument): void {
  const { badges, outcomes, assessments, units, frameworks } = content;
  const things = badges.length + outcomes.length + assessments.length + units.length;
  const concepts = frameworks.reduce((sum, framework) => sum + framework.concepts.length, 0);
  if (things > LIMITS.imported || concepts > LIMITS.concepts)
    throw invalidInput(
      'document',
      `has ${things} things of a catalogue and ${concepts} competencies; at most ${LIMITS.imported} and ${LIMITS.concepts} can be imported at once. Divide it.`,
      { reason: 'TOO_LARGE' },
    );
}
