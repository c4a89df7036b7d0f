import { invalidInput, notFound } from '../../../platform/errors.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { checkInput } from '../../../platform/input.ts';
import type { Member } from '../../identity/viewer.ts';
import { foreign, refuseWhileUsed } from '../authoring.refusals.ts';
import {
  type Authoring,
  type Key,
  ownAssessments,
  ownOutcomes,
  requireKnown,
  written,
} from '../authoring.ts';
import type { UnitRecord } from '../catalog.records.ts';
import { catalogStatements } from '../catalog.repository.ts';
import { circleThrough } from './prerequisite-cycle.ts';
import { askedBy, supplyOf } from './prerequisite-supply.ts';
import { factsOf } from './prerequisites.ts';
import { type CheckedUnit, type UnitInput, unitRules } from './unit.rules.ts';
import { unitAuthoringStatements } from './unit-authoring.repository.ts';

const statements = { ...catalogStatements, ...unitAuthoringStatements };
type Store = Repository<typeof statements>;

/** Writes the learning units of the viewer’s own organisation. */
export class UnitAuthoringService {
  constructor(private readonly authoring: Authoring) {}

  async createUnit(input: UnitInput, key?: Key): Promise<UnitRecord> {
    const author = this.authoring.author();
    const unit = checkInput('input', unitRules, input);
    const id = this.authoring.newId();
    const done = await this.authoring.change({ name: 'createLearningUnit', input, key, id }, async (run) => {
      const store = repository(run, statements);
      await this.check(store, author, unit, []);
      await store.createUnit({ ...this.content(id, unit), providerId: author.organizationId });
      await this.refuseCircle(store, id, unit);
    });
    return written(this.authoring.catalog.unit(done));
  }

  /** Replaces everything a unit says. Sessions that are named with their id stay the same ones. */
  async updateUnit(id: string, input: UnitInput, key?: Key): Promise<UnitRecord> {
    const author = this.authoring.author();
    const unit = checkInput('input', unitRules, input);
    const request = { name: 'updateLearningUnit', input: { id, input }, key, id };
    const done = await this.authoring.change(request, async (run) => {
      const store = repository(run, statements);
      const held = await lockUnit(store, author, id);
      await this.check(store, author, unit, held.sessionIds, id);
      await store.updateUnit(this.content(id, unit));
      await this.refuseCircle(store, id, unit);
    });
    return written(this.authoring.catalog.unit(done));
  }

  /** Takes a unit away, with its sessions and translations. CONFLICT, saying by what, while it is in use. */
  async deleteUnit(id: string, key?: Key): Promise<string> {
    const author = this.authoring.author();
    const request = { name: 'deleteLearningUnit', input: { id }, key, id };
    return this.authoring.change(request, async (run) => {
      const store = repository(run, statements);
      await lockUnit(store, author, id);
      const { badgeIds, ...counted } = await store.usesOfUnit({ id });
      refuseWhileUsed('learning unit', { badges: badgeIds, ...counted });
      await store.deleteUnit({ id });
    });
  }

  /** A unit that asks for what only itself leads to could never be started. Looked at after the write, which is taken back then. */
  private async refuseCircle(store: Store, id: string, { prerequisites, assessmentIds }: CheckedUnit) {
    if (!prerequisites) return;
    await store.lockPrerequisites({ now: this.authoring.now() });
    const supply = await supplyOf(store, { id, prerequisites, assessments: assessmentIds });
    const circle = circleThrough(id, supply);
    if (circle)
      throw invalidInput(
        'input.prerequisites',
        `the unit would ask for what only itself leads to: ${circle.join(' → ')}. Leave that out, or add another way to it.`,
        { reason: 'CIRCULAR_PREREQUISITE', circle },
      );
  }

  private async check(
    store: Store,
    author: Member,
    unit: CheckedUnit,
    sessionIds: readonly string[],
    id?: string,
  ) {
    await ownOutcomes(store, author, unit.outcomeIds);
    await ownAssessments(store, author, unit.assessmentIds);
    requireKnown(
      'session',
      unit.sessions.map((session, at) => [session.id, `input.sessions[${at}].id`]),
      sessionIds,
    );
    await knownPrerequisites(store, author, unit);
    await knownTargets(store, unit);
    await knownEquivalents(store, unit, id);
  }

  private content(id: string, unit: CheckedUnit) {
    const { accessibility, equivalents, outcomeIds, assessmentIds, prerequisites } = unit;
    return {
      id,
      title: unit.title,
      summary: unit.summary,
      description: unit.description,
      textLanguage: unit.textLanguage,
      effortMinutes: unit.effortMinutes,
      priceCents: unit.priceCents ?? null,
      currency: unit.currency ?? null,
      mode: unit.mode,
      languages: unit.languages,
      level: unit.level ?? null,
      licence: unit.licence ?? null,
      imageUrl: unit.imageUrl ?? null,
      imageAlt: unit.imageAlt,
      prerequisites: prerequisites ? JSON.stringify(prerequisites) : null,
      accessibility: accessibility ?? {
        accessModes: null,
        features: null,
        hazards: null,
        controls: null,
        summary: null,
      },
      outcomeIds,
      assessmentIds,
      sessions: unit.sessions.map((session) => ({
        ...session,
        id: session.id ?? this.authoring.newId(),
        seats: session.seats ?? null,
      })),
      translations: unit.translations,
      asked: askedBy(prerequisites ?? null),
      equivalentUnits: equivalents.flatMap(({ learningUnitId, reason }) =>
        learningUnitId ? [{ id: learningUnitId, reason }] : [],
      ),
      equivalentAssessments: equivalents.flatMap(({ assessmentId, reason }) =>
        assessmentId ? [{ id: assessmentId, reason }] : [],
      ),
      targetOccupationUris: unit.targetOccupationUris,
      targetRoleProfileIds: unit.targetRoleProfileIds,
    };
  }
}

async function lockUnit(store: Store, author: Member, id: string) {
  const unit = await store.lockUnit({ id });
  if (!unit) throw notFound('learning unit', id);
  if (unit.providerId !== author.organizationId) throw foreign('learning unit', id);
  return unit;
}

async function knownPrerequisites(store: Store, author: Member, { prerequisites }: CheckedUnit) {
  const facts = factsOf(prerequisites ?? null, 'input.prerequisites');
  const badges = facts.flatMap(({ fact, place }) =>
    fact.op === 'badge' ? [[fact.badgeId, place] as const] : [],
  );
  const outcomes = facts.flatMap(({ fact, place }) =>
    fact.op === 'outcome' ? [[fact.outcomeId, place] as const] : [],
  );
  const skills = facts.flatMap(({ fact, place }) =>
    fact.op === 'skill' ? [[fact.skillUri, place] as const] : [],
  );
  const idsOf = (named: readonly (readonly [string, string])[]) => named.map(([id]) => id);
  const memberOf = [author.organizationId];
  if (badges.length > 0)
    requireKnown(
      'badge',
      badges,
      (await store.badgesByIds({ ids: idsOf(badges), memberOf })).map(({ id }) => id),
    );
  if (outcomes.length > 0) {
    const rows = await store.outcomesByIds({ ids: idsOf(outcomes) });
    requireKnown(
      'outcome',
      outcomes,
      rows.map(({ outcome }) => outcome.id),
    );
  }
  if (skills.length > 0)
    requireKnown(
      'skill',
      skills,
      (await store.knownSkills({ uris: idsOf(skills) })).map(({ uri }) => uri),
    );
}

async function knownTargets(store: Store, { targetOccupationUris, targetRoleProfileIds }: CheckedUnit) {
  if (targetOccupationUris.length + targetRoleProfileIds.length === 0) return;
  const known = await store.knownTargets({
    occupationUris: targetOccupationUris,
    roleProfileIds: targetRoleProfileIds,
  });
  const places = (ids: readonly string[], field: string) =>
    ids.map((id, at) => [id, `input.${field}[${at}]`] as const);
  requireKnown('occupation', places(targetOccupationUris, 'targetOccupationUris'), known.occupationUris);
  requireKnown('role profile', places(targetRoleProfileIds, 'targetRoleProfileIds'), known.roleProfileIds);
}

async function knownEquivalents(store: Store, { equivalents }: CheckedUnit, id?: string) {
  const units = equivalents.flatMap(({ learningUnitId }, at) =>
    learningUnitId ? [[learningUnitId, `input.equivalents[${at}].learningUnitId`] as const] : [],
  );
  const assessments = equivalents.flatMap(({ assessmentId }, at) =>
    assessmentId ? [[assessmentId, `input.equivalents[${at}].assessmentId`] as const] : [],
  );
  const itself = units.find(([unitId]) => unitId === id);
  if (itself) throw invalidInput(itself[1], 'must be another unit than this one.');
  if (units.length > 0) {
    const rows = await store.unitsByIds({ ids: units.map(([unitId]) => unitId) });
    requireKnown(
      'learning unit',
      units,
      rows.map(({ unit }) => unit.id),
    );
  }
  if (assessments.length > 0) {
    const rows = await store.assessmentsByIds({ ids: assessments.map(([assessmentId]) => assessmentId) });
    requireKnown(
      'assessment',
      assessments,
      rows.map(({ assessment }) => assessment.id),
    );
  }
}
