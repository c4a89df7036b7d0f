import { invalidInput } from '../../../platform/errors.ts';
import { checkInput } from '../../../platform/input.ts';
import { readJson } from '../../credentials/verification/read-json.ts';
import { asMember, type Viewer } from '../../identity/viewer.ts';
import type { SearchService } from '../../taxonomy/search.service.ts';
import type { ConceptRecord } from '../../taxonomy/taxonomy.records.ts';
import type { TaxonomyService } from '../../taxonomy/taxonomy.service.ts';
import { arranged, type ProfileDraft, type Unplaced } from './draft.ts';
import {
  type OccupationDraftQuestion,
  occupationDraftRules,
  type PostingDraftQuestion,
  postingDraftRules,
  type Reading,
  type TextDraftQuestion,
  textDraftRules,
} from './drafting.rules.ts';
import { type Mappings, type Need, suggestedBy } from './from-needs.ts';
import { suggestedIn } from './from-text.ts';
import { postingIn, readPosting } from './job-posting-reading.ts';
import { readSkills } from './posted-skills.ts';
import { TextReader } from './text-reader.ts';

const PAGE = 100;

interface Dependencies {
  readonly viewer: Viewer;
  readonly taxonomy: TaxonomyService;
  readonly search: SearchService;
}

/**
 * Drafts role profiles from what there is. Nothing is stored, neither the draft nor what it was made from: a person goes through it and sends what holds to
 * `createRoleProfile`. For EMPLOYER; else UNAUTHENTICATED or FORBIDDEN.
 */
export class DraftingService {
  constructor(private readonly deps: Dependencies) {}

  /** From an occupation of ESCO or O*NET, or a level of a role of a role framework. Null when there is none with that URI. */
  async fromOccupation(question: OccupationDraftQuestion): Promise<ProfileDraft | null> {
    asMember(this.deps.viewer, 'EMPLOYER');
    const options = checkInput('input', occupationDraftRules, question);
    const { taxonomy } = this.deps;
    if (options.mapTo !== null) await this.requireFramework('input.mapTo', options.mapTo);
    const occupation = await taxonomy.concept({ uri: options.uri }, 'Occupation');
    if (!occupation) return null;
    const text = await taxonomy.text(occupation, 'en');
    const label = text?.label ?? occupation.uri;
    const needs = await this.needsOf(occupation);
    const mappings = options.mapTo === null ? null : await this.mappingsOf(needs, options.mapTo);
    const { suggestions, unplaced } = suggestedBy(
      { uri: occupation.uri, label },
      needs.map(({ need }) => need),
      mappings,
      options,
    );
    return {
      title: label,
      description: text?.description ?? null,
      region: null,
      occupationUri: occupation.uri,
      ...arranged(suggestions),
      unplaced,
      vacancy: null,
    };
  }

  /** From a job description: what its sentences name. */
  async fromText(question: TextDraftQuestion): Promise<ProfileDraft> {
    asMember(this.deps.viewer, 'EMPLOYER');
    const { text, ...reading } = checkInput('input', textDraftRules, question);
    await this.requireFramework('input.framework', reading.framework);
    const { reads, unplaced } = await new TextReader(this.deps.search, reading).read('text', text);
    const title = titleOf(text);
    return {
      title,
      description: text.trim(),
      region: null,
      occupationUri: title === null ? null : await this.occupationNamed([title], reading),
      ...arranged(suggestedIn(reads, { ...reading, source: 'TEXT' })),
      unplaced,
      vacancy: null,
    };
  }

  /** From a schema.org JobPosting as JSON-LD. */
  async fromPosting(question: PostingDraftQuestion): Promise<ProfileDraft> {
    asMember(this.deps.viewer, 'EMPLOYER');
    const { jobPosting, ...reading } = checkInput('input', postingDraftRules, question);
    await this.requireFramework('input.framework', reading.framework);
    const json = readJson(jobPosting);
    if ('problem' in json) throw invalidInput('input.jobPosting', json.problem, { reason: 'UNREADABLE' });
    const posting = postingIn(json.document);
    if (!posting)
      throw invalidInput(
        'input.jobPosting',
        'holds no JobPosting: give one JSON-LD object whose @type is JobPosting, or that has one in its @graph.',
        { reason: 'NO_JOB_POSTING' },
      );
    const { title, description, skills, texts, occupations, vacancy, unplaced } = readPosting(posting);
    const lost: Unplaced[] = [...unplaced];
    const reader = new TextReader(this.deps.search, reading);
    const {
      named,
      reads,
      unplaced: unknown,
    } = await readSkills(skills, { taxonomy: this.deps.taxonomy, reader, reading });
    lost.push(...unknown);
    const prose = { ...(description === null ? {} : { description }), ...texts };
    for (const [field, text] of Object.entries(prose)) {
      const { reads: some, unplaced: rest } = await reader.read(field, text);
      reads.push(...some);
      lost.push(...rest);
    }
    const found = suggestedIn(reads, { ...reading, source: 'JOB_POSTING' });
    const occupationUri = await this.occupationNamed([...occupations, ...(title ? [title] : [])], reading);
    if (occupationUri === null)
      for (const value of occupations)
        lost.push({
          path: 'occupationalCategory',
          value,
          reason: 'no occupation has this URI, code or name.',
        });
    return {
      title,
      description,
      region: vacancy.region,
      occupationUri,
      ...arranged([...named, ...found]),
      unplaced: lost,
      vacancy,
    };
  }

  private async needsOf(occupation: ConceptRecord) {
    const needs: { concept: ConceptRecord; need: Need }[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await this.deps.taxonomy.needs(occupation, {
        page: { first: PAGE, after },
        language: 'en',
      });
      const some = page.edges.map(async ({ node: { concept, ...need } }) => ({
        concept,
        need: {
          ...need,
          skillUri: concept.uri,
          label: (await this.deps.taxonomy.label(concept, 'en')) ?? concept.uri,
        },
      }));
      needs.push(...(await Promise.all(some)));
      more = page.pageInfo.hasNextPage;
      after = page.pageInfo.endCursor;
    }
    return needs;
  }

  private async mappingsOf(
    needs: readonly { concept: ConceptRecord }[],
    framework: string,
  ): Promise<Mappings> {
    const { taxonomy } = this.deps;
    const claims = needs
      .filter(({ concept }) => concept.framework !== framework)
      .map(async ({ concept }) => {
        const page = await taxonomy.mappings(
          concept,
          { first: PAGE },
          { framework, reviewState: 'REVIEWED' },
        );
        const ends = page.edges.map(async ({ node }) => ({ ...node, to: await taxonomy.mapped(node) }));
        const skills = (await Promise.all(ends)).filter(({ to }) => to?.kind === 'Skill');
        return [concept.uri, skills.map(({ uri, relation }) => ({ uri, relation }))] as const;
      });
    return new Map(await Promise.all(claims));
  }

  /** The first occupation that has one of these as its URI, its code, or exactly its name. */
  private async occupationNamed(names: readonly string[], { language }: Reading): Promise<string | null> {
    const { taxonomy, search } = this.deps;
    for (const name of names.slice(0, 5)) {
      const [byUri, esco, onet] = await Promise.all([
        taxonomy.concept({ uri: name }, 'Occupation'),
        taxonomy.concept({ code: name, framework: 'esco' }, 'Occupation'),
        taxonomy.concept(
          { code: /^\d{2}-\d{4}$/.test(name) ? `${name}.00` : name, framework: 'onet' },
          'Occupation',
        ),
      ]);
      const concept = byUri ?? esco ?? onet;
      if (concept) return concept.uri;
      if (name.length > PAGE || !/[\p{L}]/u.test(name)) continue;
      const page = await search.search({
        query: name,
        kinds: ['Occupation'],
        language,
        filter: {},
        page: { first: 1 },
      });
      const [hit] = page.edges;
      if (hit?.node.matchKind.startsWith('EXACT_')) return hit.node.concept.uri;
    }
    return null;
  }

  private async requireFramework(argument: string, id: string): Promise<void> {
    const known = (await this.deps.taxonomy.frameworks()).map((framework) => framework.id);
    if (!known.includes(id))
      throw invalidInput(argument, `"${id}" is not here. Frameworks: ${known.join(', ') || 'none'}.`, {
        known,
      });
  }
}

/** A short first line that is no sentence is the title. */
function titleOf(text: string): string | null {
  const first = text.trimStart().split('\n', 1)[0]?.trim() ?? '';
  return first.length <= PAGE && /\p{L}/u.test(first) && !/[.:;,!?]$/.test(first) ? first : null;
}
