import type { z } from 'zod';
import { DomainError } from '../../../platform/errors.ts';
import { placeOf } from '../../../platform/input.ts';
import { assessmentChangeRules, assessmentRules } from '../assessments/assessment.rules.ts';
import type { AssessmentAuthoringService } from '../assessments/assessment-authoring.service.ts';
import type { BadgeAuthoringService } from '../badges/badge-authoring.service.ts';
import { versionRules } from '../badges/badge-version.rules.ts';
import { outcomeUpdateRules } from '../outcomes/outcome.rules.ts';
import type { OutcomeAuthoringService } from '../outcomes/outcome-authoring.service.ts';
import { unitRules } from '../units/unit.rules.ts';
import type { UnitAuthoringService } from '../units/unit-authoring.service.ts';
import type { Addresses } from './addresses.ts';
import { type ReadDocument, unreadable } from './document.ts';
import {
  asKept,
  type Fitting,
  fitAssessment,
  fitBadge,
  fitOutcome,
  fitUnit,
  type ImportDefaults,
  type Known,
  skillsIn,
} from './fitting.ts';
import { inOrder } from './hierarchy.ts';
import { assessmentInput, badgeInput, type IdOf, outcomeInput, unitInput } from './inputs.ts';
import { LossBook } from './loss.ts';
import type {
  PackageAssessment,
  PackageBadge,
  PackageOutcome,
  PackagePrerequisite,
  PackageUnit,
  Part,
} from './package.ts';
import { same } from './same.ts';
import type { ImportAction, ImportStep } from './steps.ts';
import { type ExchangeStore, type Holdings, readStored, type Stored } from './stored.ts';

/** Everything one import works with, inside one transaction. */
export interface ImportScope {
  readonly store: ExchangeStore;
  readonly holdings: Holdings;
  readonly addresses: Addresses;
  readonly defaults: ImportDefaults;
  readonly changeReason: string;
  readonly now: Date;
  readonly outcomes: OutcomeAuthoringService;
  readonly assessments: AssessmentAuthoringService;
  readonly badges: BadgeAuthoringService;
  readonly units: UnitAuthoringService;
}

type Thing = { readonly uri: string };
interface Held {
  readonly id: string;
  readonly published: boolean;
}

/**
 * Writes what a document describes by the same means an author would use, thing by thing: what is there and says the same stays, a draft is
 * changed, what was published gets a new version, or a successor where there are no versions.
 */
export class Importing {
  readonly steps: ImportStep[] = [];
  readonly book = new LossBook('DOCUMENT');
  /** The ids here of what this import wrote or found. */
  private readonly ids = new Map<string, string>();
  private readonly held = new Map<string, Held>();
  /** Where what was written comes from, by its id. */
  private readonly sources = new Map<string, string>();
  private stored: Stored | null = null;
  /** Of badges whose next version is being written, the one that is awarded meanwhile. */
  private awarded: Stored | null = null;

  constructor(
    private readonly scope: ImportScope,
    private readonly document: ReadDocument,
  ) {}

  async run(): Promise<void> {
    const { content } = this.document;
    for (const { part, id, uri, published } of this.scope.holdings.things)
      for (const key of [`${part} ${uri}`, `${part} ${this.scope.addresses.of(part, id)}`])
        if (!this.held.has(key)) this.held.set(key, { id, published });
    const known = await this.known();
    this.stored = await this.readHeld();
    this.awarded = await this.readAwarded(this.stored);
    for (const outcome of content.outcomes)
      await this.thing('outcomes', outcome, outcome.statement, (each) => this.outcome(each, known));
    for (const assessment of content.assessments)
      await this.thing('assessments', assessment, assessment.title, (each) => this.assessment(each, known));
    for (const badge of this.inOrder(content.badges))
      await this.thing('badges', badge, badge.name, (each) => this.badge(each, known));
    for (const unit of content.units)
      await this.thing('units', unit, unit.title, (each) => this.unit(each, known));
    await this.noteSources();
  }

  private inOrder(badges: readonly PackageBadge[]): PackageBadge[] {
    const sorted = inOrder(badges.map((badge) => ({ uri: badge.uri, broader: badge.parts, badge })));
    if (!sorted)
      throw unreadable(this.place(badges[0] ?? { uri: '' }), 'the badges stack each other in a circle.');
    return sorted.map(({ badge }) => badge);
  }

  private place = ({ uri }: Thing): string => this.document.places.get(uri) ?? '';

  /** Does one thing and notes what was done. An error on the way names the place in the document. */
  private async thing<T extends Thing>(
    part: Part,
    thing: T,
    name: string,
    work: (thing: T) => Promise<{ action: ImportAction; id: string | null }>,
  ): Promise<void> {
    const place = this.place(thing);
    try {
      const { action, id } = await work(thing);
      if (id !== null) {
        this.ids.set(`${part} ${thing.uri}`, id);
        // What is known by one of our own names needs no source
        if (action !== 'SAME' && this.scope.addresses.named(thing.uri)?.id !== id)
          this.sources.set(id, thing.uri);
      }
      this.steps.push({ part, uri: thing.uri, name, action, id, place });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'UNAVAILABLE') throw error;
      throw new DomainError(
        error.code,
        `document: ${place}: ${error.message}`,
        { ...error.details, place },
        { cause: error },
      );
    }
  }

  private async noteSources(): Promise<void> {
    const { store, holdings, now } = this.scope;
    if (this.sources.size === 0) return;
    const sources = Object.fromEntries(this.sources);
    await store.noteSources({ organizationId: holdings.organizationId, sources, now });
  }

  private async outcome(outcome: PackageOutcome, known: Known) {
    const said = this.checked(
      outcomeUpdateRules,
      fitOutcome(outcome, this.fitting(outcome, known)),
      outcomeInput,
    );
    if (!said) return LEFT_OUT;
    const held = this.held.get(`outcomes ${outcome.uri}`);
    const before = held && this.stored?.outcomes.get(held.id);
    if (held && before && same(outcomeUpdateRules, outcomeInput(before), said.input)) return kept(held);
    if (held && !held.published) {
      await this.scope.outcomes.updateOutcome(held.id, said.input);
      return { action: 'UPDATED', id: held.id } as const;
    }
    const { id } = await this.scope.outcomes.createOutcome(said.input);
    return { action: held ? 'REPLACED' : 'CREATED', id } as const;
  }

  private async assessment(assessment: PackageAssessment, known: Known) {
    const fitted = fitAssessment(assessment, this.fitting(assessment, known));
    const held = this.held.get(`assessments ${assessment.uri}`);
    const unitIds = [...(this.stored?.units ?? [])].flatMap(([id, unit]) =>
      held && unit.assessments.includes(held.id) ? [id] : [],
    );
    const said = this.checked(assessmentRules, fitted, (each) => assessmentInput(each, this.idOf));
    if (!said) return LEFT_OUT;
    const found = held && this.stored?.assessments.get(held.id);
    const before = found && assessmentInput({ ...found, rubric: asKept(found.rubric) }, itself);
    if (held && before && same(assessmentChangeRules, before, said.input)) return kept(held);
    if (held && !held.published) {
      const input = assessmentInput(fitted, this.idOf, unitIds);
      await this.scope.assessments.updateAssessment(held.id, input);
      return { action: 'UPDATED', id: held.id } as const;
    }
    const { rubric, ...rest } = said.input;
    if (!rubric) throw new Error('An assessment that was checked has a rubric.');
    const { id } = await this.scope.assessments.createAssessment({
      ...rest,
      rubric,
      followsId: held?.id ?? null,
    });
    return { action: held ? 'REPLACED' : 'CREATED', id } as const;
  }

  private async badge(badge: PackageBadge, known: Known) {
    const fitted = fitBadge(badge, this.fitting(badge, known));
    const said = this.checked(versionRules, fitted, (each) => badgeInput(each, this.idOf));
    if (!said) return LEFT_OUT;
    const held = this.held.get(`badges ${badge.uri}`);
    if (!held)
      return { action: 'CREATED', id: (await this.scope.badges.createBadge(said.input)).id } as const;
    const before = this.stored?.badges.get(held.id);
    const awarded = this.awarded?.badges.get(held.id);
    for (const stored of [before, awarded])
      if (stored && same(versionRules, badgeInput(stored.badge, itself), said.input)) return kept(held);
    if (before?.version.state === 'DRAFT') {
      const { changeReason } = before.version;
      await this.scope.badges.updateVersion(before.version.id, { ...said.input, changeReason });
      return { action: 'UPDATED', id: held.id } as const;
    }
    await this.scope.badges.newVersion(held.id, { ...said.input, changeReason: this.scope.changeReason });
    return { action: 'NEW_VERSION', id: held.id } as const;
  }

  private async unit(unit: PackageUnit, known: Known) {
    const held = this.held.get(`units ${unit.uri}`);
    const beside = held && this.stored?.beside.get(held.id);
    const fitted = fitUnit(unit, this.fitting(unit, known));
    const said = this.checked(unitRules, fitted, (each) => unitInput(each, this.idOf, beside));
    if (!said) return LEFT_OUT;
    const before = held && this.stored?.units.get(held.id);
    if (held && before && same(unitRules, unitInput(before, itself, beside), said.input)) return kept(held);
    if (!held) return { action: 'CREATED', id: (await this.scope.units.createUnit(said.input)).id } as const;
    await this.scope.units.updateUnit(held.id, said.input);
    return { action: 'UPDATED', id: held.id } as const;
  }

  /** What an author would send to say this; null, and noted, when the rules of the catalogue do not allow it. */
  private checked<T extends Thing, I>(
    rules: z.ZodType<unknown, I>,
    thing: T,
    inputOf: (thing: T) => I,
  ): { input: I } | null {
    const input = inputOf(thing);
    const { error } = rules.safeParse(input);
    if (!error) return { input };
    const [issue] = error.issues;
    const field = placeOf('', issue?.path ?? []).replace(/^\./, '');
    this.book.note(this.place(thing), thing, `It is left out: ${field} ${issue?.message}`, 'ERROR');
    return null;
  }

  private fitting(thing: Thing, known: Known): Fitting {
    return { book: this.book, defaults: this.scope.defaults, known, place: this.place(thing) };
  }

  private idOf: IdOf = (part, uri) => {
    const id = this.find(part, uri);
    if (id === null) throw new Error(`${uri} was not found, although it had been.`);
    return id;
  };

  private find(part: Part, uri: string): string | null {
    const own = this.ids.get(`${part} ${uri}`) ?? this.held.get(`${part} ${uri}`)?.id;
    const named = this.scope.addresses.named(uri);
    return own ?? (named?.part === part && this.foreign.has(named.id) ? named.id : null);
  }

  /** Badges of other issuers that may be referred to. */
  private foreign: ReadonlySet<string> = new Set();

  private async known(): Promise<Known> {
    const { content } = this.document;
    const { store, addresses, holdings } = this.scope;
    const uris = skillsIn(content.outcomes, content.units);
    const skills = new Set((await store.knownSkills({ uris })).map(({ uri }) => uri));
    const named = [
      ...content.badges.flatMap(({ parts }) => parts),
      ...content.units.flatMap(({ prerequisites }) => namesIn(prerequisites)),
    ];
    const targets = await store.knownTargets({
      badgeIds: named.flatMap((uri) => addresses.named(uri)?.id ?? []),
      memberOf: [holdings.organizationId],
      occupationUris: content.units.flatMap(({ targetOccupations }) => targetOccupations),
    });
    this.foreign = new Set(targets.badgeIds);
    const occupations = new Set(targets.occupationUris);
    return {
      skill: (uri) => skills.has(uri),
      occupation: (uri) => occupations.has(uri),
      thing: (part, uri) => this.find(part, uri) !== null,
    };
  }

  /** What is there of the things the document describes, naming each other by their ids; of units all, because assessments belong to them. */
  private readHeld(): Promise<Stored> {
    const { content } = this.document;
    const ids = (part: 'badges' | 'outcomes' | 'assessments' | 'units') =>
      content[part].flatMap(({ uri }) => this.held.get(`${part} ${uri}`)?.id ?? []);
    const wanted = { badges: ids('badges'), outcomes: ids('outcomes'), assessments: ids('assessments') };
    const units = this.scope.holdings.things.filter(({ part }) => part === 'units').map(({ id }) => id);
    return readStored(this.scope.store, this.byId(), { ...wanted, units }, true);
  }

  private async readAwarded({ badges }: Stored): Promise<Stored | null> {
    const drafts = [...badges].filter(([, { version }]) => version.state === 'DRAFT' && version.number > 1);
    if (drafts.length === 0) return null;
    const wanted = { badges: drafts.map(([id]) => id), outcomes: [], assessments: [], units: [] };
    return readStored(this.scope.store, this.byId(), wanted, false);
  }

  private byId(): Holdings {
    return { ...this.scope.holdings, uriOf: (_part, id) => id };
  }
}

/** The ids of what is named by its id already. */
const itself: IdOf = (_part, id) => id;

const LEFT_OUT = { action: 'LEFT_OUT', id: null } as const;
const kept = ({ id }: Held) => ({ action: 'SAME', id }) as const;

const namesIn = (rule: PackagePrerequisite | null): string[] =>
  rule === null ? [] : 'of' in rule ? rule.of.flatMap(namesIn) : rule.op === 'badge' ? [rule.uri] : [];
