import { invalidInput } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { type Repository, repository } from '../../platform/graph/repository.ts';
import {
  type Page,
  type PageRequest,
  pageOf,
  pageOfList,
  pageWindow,
  textAndId,
} from '../../platform/paging.ts';
import { fallbackChain } from './language.ts';
import { needPage } from './need-page.ts';
import { type TaxonomyLoaders, taxonomyLoaders } from './taxonomy.loaders.ts';
import { type ConceptList, type ConceptName, checkLanguage, type NeedList } from './taxonomy.questions.ts';
import {
  type ConceptKind,
  type ConceptRecord,
  type FrameworkRecord,
  type MappingRecord,
  type NeedRecord,
  OPEN_END,
  type ReviewState,
  type TaskRecord,
  type TechnologyRecord,
  type TextRecord,
  TODAY,
  type VersionRecord,
} from './taxonomy.records.ts';
import { taxonomyStatements } from './taxonomy.repository.ts';

/**
 * Reads frameworks and their concepts, as of a version; anybody may. Without a version a look-up finds every concept there
 * ever was (`until` says if it is gone) and a list shows what holds today.
 */
export class TaxonomyService {
  private readonly graph: Repository<typeof taxonomyStatements>;
  private readonly loaders: TaxonomyLoaders;
  private known: Promise<FrameworkRecord[]> | undefined;

  constructor({ graph }: { graph: Graph }) {
    this.graph = repository(graph.run, taxonomyStatements);
    this.loaders = taxonomyLoaders(this.graph);
  }

  /** All of them; asked of the graph once a request. */
  frameworks(): Promise<FrameworkRecord[]> {
    this.known ??= this.graph.frameworks({});
    return this.known;
  }

  async framework(id: string): Promise<FrameworkRecord | null> {
    return (await this.frameworks()).find((framework) => framework.id === id) ?? null;
  }

  async versions(framework: FrameworkRecord, page: PageRequest): Promise<Page<VersionRecord>> {
    return pageOfList(page, framework.versions, ({ id }) => id);
  }

  /** The version of a framework that a concept came with, or stopped at; null for what still holds. */
  async versionAt(frameworkId: string, ordinal: number): Promise<VersionRecord | null> {
    const framework = await this.framework(frameworkId);
    return framework?.versions.find((version) => version.ordinal === ordinal) ?? null;
  }

  /** The ordinal of a version such as `esco@1.1.1`. Throws INVALID_INPUT for one that was never imported, naming those that were. */
  async ordinalOf(asOf: string): Promise<{ framework: string; ordinal: number }> {
    const versions = (await this.frameworks()).flatMap((framework) => framework.versions);
    const version = versions.find(({ id }) => id === asOf);
    if (version) return { framework: version.framework, ordinal: version.ordinal };
    const known = versions.map(({ id }) => id);
    throw invalidInput('asOf', `"${asOf}" is not here. Versions: ${known.join(', ') || 'none'}.`, { known });
  }

  /** A concept by URI, or by code and framework; of a kind, when one is given. Null when there is none, or none at that version. */
  async concept(name: ConceptName, kind?: ConceptKind): Promise<ConceptRecord | null> {
    const { code, framework } = name;
    if (name.uri ? code || framework : !(code && framework))
      throw invalidInput('uri', 'give either uri, or code and framework together.');
    const at = name.asOf ? await this.ordinalOf(name.asOf) : null;
    const uri =
      name.uri || (await this.graph.conceptByCode({ code: code ?? '', framework: framework ?? '' }))?.uri;
    if (!uri) return null;
    const row = await this.loaders.concept.load({ uri, asOf: at?.ordinal ?? TODAY });
    if (!row || (kind && row.concept.kind !== kind)) return null;
    if (at && (!row.held || row.concept.framework !== at.framework)) return null;
    return { ...row.concept, asOf: at?.ordinal ?? TODAY };
  }

  /** A concept that something else points to, by URI, as of today. */
  conceptByUri(uri: string): Promise<ConceptRecord | null> {
    return this.load(uri, TODAY);
  }

  /** Concepts of a kind that hold at a version and have a text in the language. */
  async concepts(kind: ConceptKind, list: ConceptList): Promise<Page<ConceptRecord>> {
    const at = list.asOf ? await this.ordinalOf(list.asOf) : null;
    const { filter, sort } = list;
    if (at && filter.framework && filter.framework !== at.framework)
      throw invalidInput(
        'filter.framework',
        `must be "${at.framework}" when asOf is "${list.asOf}", or left out.`,
      );
    const asOf = at?.ordinal ?? TODAY;
    const params = {
      kind,
      language: checkLanguage(list.language),
      asOf,
      framework: at?.framework ?? filter.framework ?? null,
      skillType: filter.skillType ?? null,
      reuseLevel: filter.reuseLevel ?? null,
      jobZone: filter.jobZone ?? null,
      broader: filter.broader ?? null,
    };
    const window = pageWindow(list.page, textAndId);
    const [afterLabel, afterUri] = window.after ?? ['', ''];
    const keys = { ...params, afterUri, limit: window.limit };
    const rows = await (sort === 'LABEL'
      ? this.graph.conceptsByLabel({ ...keys, afterLabel })
      : sort === 'CODE'
        ? this.graph.conceptsByCode({ ...keys, afterCode: afterLabel })
        : this.graph.conceptsByLabelDescending({ ...keys, beforeLabel: window.after ? afterLabel : null }));
    return pageOf(
      window,
      rows,
      {
        node: ({ concept }) => ({ ...concept, asOf }),
        keysOf: ({ label, concept }): [string, string] => [label, concept.uri],
      },
      async () => (await this.graph.conceptsCount(params)).total,
    );
  }

  /** What a concept is called: in the asked language, else its base language, else English, else any. */
  async text(concept: ConceptRecord, language: string): Promise<TextRecord | null> {
    const [row] = await this.loaders.text(concept, fallbackChain(checkLanguage(language)));
    return row?.text ?? null;
  }

  /** The label of `text`. It may have come with the concept: what holds in the very language asked for is always the first choice. */
  label(concept: ConceptRecord, language: string): string | Promise<string | null> {
    const asked = language.toLowerCase();
    const ahead = concept.labels?.find(([labelled]) => labelled === asked);
    return ahead ? ahead[1] : this.text(concept, language).then((text) => text?.label ?? null);
  }

  async texts(concept: ConceptRecord, page: PageRequest): Promise<Page<TextRecord>> {
    const rows = await this.loaders.texts(concept, null);
    return pageOfList(
      page,
      rows.map(({ text }) => text),
      ({ language }) => language,
    );
  }

  async broader(concept: ConceptRecord, page: PageRequest): Promise<Page<ConceptRecord>> {
    const rows = await this.loaders.broader(concept, null);
    return pageOfConcepts(page, rows, concept.asOf);
  }

  async narrower(concept: ConceptRecord, page: PageRequest, language: string): Promise<Page<ConceptRecord>> {
    const window = pageWindow(page, textAndId);
    const [afterLabel, afterUri] = window.after ?? ['', ''];
    const rows = await this.loaders.narrower(concept, {
      language: checkLanguage(language),
      afterLabel,
      afterUri,
      limit: window.limit,
    });
    return pageOf(
      window,
      rows,
      {
        node: (row) => ({ ...row.concept, asOf: concept.asOf }),
        keysOf: (row): [string, string] => [row.label, row.concept.uri],
      },
      async () => (await this.loaders.narrowerCount(concept, null))[0]?.total ?? 0,
    );
  }

  /** Everything above, nearest first, each once however many ways lead there. */
  async ancestors(concept: ConceptRecord, page: PageRequest): Promise<Page<ConceptRecord>> {
    const rows = await this.loaders.ancestors(concept, null);
    return pageOfConcepts(page, rows, concept.asOf);
  }

  /** The ways from the top of the hierarchy down to the concept's parents, at most a hundred. */
  async paths(concept: ConceptRecord, page: PageRequest): Promise<Page<{ uris: string[]; asOf: number }>> {
    const rows = await this.loaders.paths(concept, null);
    const ways = rows.map(({ uris }) => ({ uris, asOf: concept.asOf }));
    return pageOfList(page, ways, ({ uris }) => uris.join(' '));
  }

  async conceptsOfPath({ uris, asOf }: { uris: string[]; asOf: number }): Promise<ConceptRecord[]> {
    const found = await Promise.all(uris.map((uri) => this.load(uri, asOf)));
    return found.filter((concept) => concept !== null);
  }

  /** The skills an occupation, or a skill, needs: essential, optional, then rated ones by importance. */
  needs(concept: ConceptRecord, list: NeedList): Promise<Page<NeedRecord>> {
    const relation = list.relation ?? null;
    return needPage(
      concept,
      list,
      (args) => this.loaders.needs(concept, args),
      async () => (await this.loaders.needsCount(concept, relation))[0]?.total ?? 0,
    );
  }

  /** The occupations, or the skills, that need a skill; the order is that of {@link needs}. */
  neededBy(concept: ConceptRecord, kind: ConceptKind, list: NeedList): Promise<Page<NeedRecord>> {
    const relation = list.relation ?? null;
    return needPage(
      concept,
      list,
      (args) => this.loaders.neededBy(concept, { ...args, kind }),
      async () => (await this.loaders.neededByCount(concept, { relation, kind }))[0]?.total ?? 0,
    );
  }

  async tasks(concept: ConceptRecord, page: PageRequest): Promise<Page<TaskRecord>> {
    const rows = await this.loaders.tasks(concept, null);
    return pageOfList(
      page,
      rows.map(({ task }) => task),
      ({ id }) => id,
    );
  }

  async technologies(concept: ConceptRecord, page: PageRequest): Promise<Page<TechnologyRecord>> {
    const rows = await this.loaders.technologies(concept, null);
    return pageOfList(
      page,
      rows.map(({ technology }) => technology),
      ({ code, example }) => `${code} ${example ?? ''}`,
    );
  }

  /** What other frameworks' concepts it is said to correspond to; both ends of a claim show it, each from its own side. */
  async mappings(
    concept: ConceptRecord,
    page: PageRequest,
    filter: { framework?: string | null | undefined; reviewState?: ReviewState | null | undefined },
  ): Promise<Page<MappingRecord>> {
    const rows = await this.loaders.mappings(concept, null);
    const shown = rows
      .filter(({ framework }) => !filter.framework || framework === filter.framework)
      .filter(({ mapping }) => !filter.reviewState || mapping.reviewState === filter.reviewState)
      .map(({ mapping, uri, framework }) => ({
        ...mapping,
        uri,
        asOf: framework === concept.framework ? concept.asOf : TODAY,
      }));
    return pageOfList(page, shown, ({ id }) => id);
  }

  mapped({ uri, asOf }: MappingRecord): Promise<ConceptRecord | null> {
    return this.load(uri, asOf);
  }

  async replacedBy(concept: ConceptRecord, page: PageRequest): Promise<Page<ConceptRecord>> {
    return this.pageOfUris(page, await this.loaders.successors(concept, null));
  }

  async replaces(concept: ConceptRecord, page: PageRequest): Promise<Page<ConceptRecord>> {
    return this.pageOfUris(page, await this.loaders.predecessors(concept, null));
  }

  /** The first version that no longer has the concept; null while it holds. */
  async until(concept: ConceptRecord): Promise<VersionRecord | null> {
    return concept.until === OPEN_END ? null : this.versionAt(concept.framework, concept.until);
  }

  private async load(uri: string, asOf: number): Promise<ConceptRecord | null> {
    const row = await this.loaders.concept.load({ uri, asOf });
    return row && { ...row.concept, asOf };
  }

  private async pageOfUris(page: PageRequest, rows: { uri: string }[]): Promise<Page<ConceptRecord>> {
    const found = await Promise.all(rows.map(({ uri }) => this.load(uri, TODAY)));
    return pageOfList(
      page,
      found.filter((concept) => concept !== null),
      ({ uri }) => uri,
    );
  }
}

const pageOfConcepts = (
  page: PageRequest,
  rows: readonly { concept: Omit<ConceptRecord, 'asOf'> }[],
  asOf: number,
): Page<ConceptRecord> =>
  pageOfList(
    page,
    rows.map(({ concept }) => ({ ...concept, asOf })),
    ({ uri }) => uri,
  );
