import { type Run, repository } from '../../../platform/graph/repository.ts';
import { TODAY } from '../../taxonomy/taxonomy.records.ts';
import type { AssessmentRecord, OutcomeRecord, VersionRecord } from '../catalog.records.ts';
import { catalogStatements } from '../catalog.repository.ts';
import { unitStatements } from '../units/unit.repository.ts';
import type { Addresses } from './addresses.ts';
import type { SkillName } from './document.ts';
import { exchangeStatements } from './exchange.repository.ts';
import type {
  CataloguePackage,
  PackageAssessment,
  PackageBadge,
  PackageOutcome,
  PackageUnit,
  Part,
} from './package.ts';
import {
  assessmentOf,
  badgeOf,
  outcomeOf,
  rubricOf,
  ruleOf,
  skillNames,
  type UriOf,
  unitOf,
} from './stored-things.ts';

export const exchangeStore = (run: Run) =>
  repository(run, { ...catalogStatements, ...unitStatements, ...exchangeStatements });
export type ExchangeStore = ReturnType<typeof exchangeStore>;

/** What an organisation has, and by which URI each thing is known. */
export interface Holdings {
  readonly organizationId: string;
  /** In the order in which they are found by a URI: last imported first. */
  readonly things: readonly {
    readonly part: Part;
    readonly id: string;
    readonly uri: string;
    readonly published: boolean;
  }[];
  readonly uriOf: UriOf;
}

export async function holdingsOf(
  store: ExchangeStore,
  organizationId: string,
  addresses: Addresses,
): Promise<Holdings> {
  const rows = await store.thingsOfOrganization({ organizationId });
  const things = rows.map(({ id, part, sourceUri, published }) => ({
    part,
    id,
    published,
    uri: addresses.of(part, id, sourceUri),
  }));
  const uris = new Map(things.map(({ id, uri }) => [id, uri]));
  return { organizationId, things, uriOf: (part, id) => uris.get(id) ?? addresses.of(part, id) };
}

/** Things of the catalogue with the ids they have here. */
export interface Stored {
  readonly badges: ReadonlyMap<string, { readonly badge: PackageBadge; readonly version: VersionRecord }>;
  readonly outcomes: ReadonlyMap<string, PackageOutcome>;
  readonly assessments: ReadonlyMap<string, PackageAssessment>;
  readonly units: ReadonlyMap<string, PackageUnit>;
  /** Of units, what no format and no package has a place for. */
  readonly beside: ReadonlyMap<string, Beside>;
  readonly skills: ReadonlyMap<string, SkillName>;
}

export interface Beside {
  readonly equivalents: readonly {
    learningUnitId: string | null;
    assessmentId: string | null;
    reason: string;
  }[];
  readonly roleProfileIds: readonly string[];
}

/**
 * Reads things as a package says them, in a constant number of statements. Of a badge, the version that is awarded now or, when `newest`, the last one
 * written; of badges also what they certify and are awarded for.
 */
export async function readStored(
  store: ExchangeStore,
  holdings: Holdings,
  wanted: Readonly<Record<'badges' | 'outcomes' | 'assessments' | 'units', readonly string[]>>,
  newest: boolean,
): Promise<Stored> {
  const { uriOf, organizationId } = holdings;
  const memberOf = [organizationId];
  const labels = { languages: ['en'], asOf: TODAY };
  const all = await store.versionsOfBadges({ ids: [...wanted.badges], memberOf });
  const versions = new Map<string, VersionRecord>();
  for (const { parentId, version } of all) {
    const better = !newest && version.state === 'PUBLISHED';
    if (!versions.has(parentId) || better) versions.set(parentId, version);
  }
  const versionIds = [...versions.values()].map(({ id }) => id);
  const certified = await store.outcomesOfVersions({ ids: versionIds, ...labels });
  const awarded = await store.assessmentsOfVersions({ ids: versionIds });
  const parts = await store.partsOfVersions({ ids: versionIds, memberOf });
  const assessmentIds = union(
    wanted.assessments,
    awarded.map(({ assessment }) => assessment.id),
  );
  const assessments = await store.assessmentsByIds({ ids: assessmentIds });
  const rubrics = await store.rubricsOfAssessments({ ids: assessmentIds });
  const assessed = await store.outcomesOfAssessments({ ids: assessmentIds, ...labels });
  const unitIds = [...wanted.units];
  const units = await store.unitsByIds({ ids: unitIds });
  const taught = await store.outcomesOfUnits({ ids: unitIds, ...labels });
  const ownAssessments = await store.assessmentsOfUnits({ ids: unitIds });
  const sessions = await store.sessionsOfUnits({ ids: unitIds });
  const translations = await store.translationsOfUnits({ ids: unitIds });
  const targets = await store.targetsOfUnits({ ids: unitIds });
  const equivalents = await store.equivalentsOfUnits({ ids: unitIds });
  const linked = [...certified, ...assessed, ...taught].map(({ outcome }) => outcome);
  const asked = wanted.outcomes.filter((id) => !linked.some((outcome) => outcome.id === id));
  const outcomes = [...linked, ...(await store.outcomesByIds({ ids: asked })).map(({ outcome }) => outcome)];
  const texts = await store.outcomeTexts({
    ids: union(
      outcomes.map(({ id }) => id),
      [],
    ),
  });

  const groups = new Map<object, Map<string, unknown[]>>();
  const under = <T extends { parentId: string }, R>(
    rows: readonly T[],
    id: string,
    pick: (row: T) => R,
  ): R[] => {
    const group = groups.get(rows) ?? byParent(rows);
    groups.set(rows, group);
    return ((group.get(id) ?? []) as T[]).map(pick);
  };
  const outcomeUris = (rows: readonly { parentId: string; outcome: OutcomeRecord }[], id: string) =>
    under(rows, id, ({ outcome }) => uriOf('outcomes', outcome.id)).sort();
  const assessmentUris = (rows: readonly { parentId: string; assessment: AssessmentRecord }[], id: string) =>
    under(rows, id, ({ assessment }) => uriOf('assessments', assessment.id)).sort();
  return {
    badges: new Map(
      [...versions].map(([badgeId, version]) => [
        badgeId,
        {
          version,
          badge: badgeOf(version, {
            uri: uriOf('badges', badgeId),
            outcomes: outcomeUris(certified, version.id),
            assessments: assessmentUris(awarded, version.id),
            parts: under(parts, version.id, ({ id }) => uriOf('badges', id)).sort(),
          }),
        },
      ]),
    ),
    outcomes: new Map(
      outcomes.map((outcome) => [
        outcome.id,
        outcomeOf(outcome, {
          uri: uriOf('outcomes', outcome.id),
          translations: under(texts, outcome.id, ({ translation }) => translation),
        }),
      ]),
    ),
    assessments: new Map(
      assessments.map(({ assessment }) => [
        assessment.id,
        assessmentOf(assessment, {
          uri: uriOf('assessments', assessment.id),
          outcomes: outcomeUris(assessed, assessment.id),
          rubric: rubricOf(rubrics.find(({ assessmentId }) => assessmentId === assessment.id)?.rubric),
        }),
      ]),
    ),
    units: new Map(
      units.map(({ unit }) => [
        unit.id,
        unitOf(unit, {
          uri: uriOf('units', unit.id),
          outcomes: outcomeUris(taught, unit.id),
          assessments: assessmentUris(ownAssessments, unit.id),
          translations: under(translations, unit.id, ({ translation }) => translation),
          sessions: under(sessions, unit.id, ({ session: { id: _, startsAt, endsAt, ...session } }) => ({
            ...session,
            startsAt: startsAt.toISOString(),
            endsAt: endsAt.toISOString(),
          })),
          targetOccupations: under(targets, unit.id, ({ occupationUri }) => occupationUri ?? '').filter(
            (uri) => uri !== '',
          ),
          prerequisites: unit.prerequisites && ruleOf(unit.prerequisites, uriOf),
        }),
      ]),
    ),
    beside: new Map(
      unitIds.map((id) => [
        id,
        {
          equivalents: under(equivalents, id, ({ equivalent }) => equivalent),
          roleProfileIds: under(targets, id, ({ roleProfileId }) => roleProfileId ?? '').filter(
            (each) => each !== '',
          ),
        },
      ]),
    ),
    skills: skillNames(outcomes),
  };
}

function byParent(rows: readonly { parentId: string }[]): Map<string, unknown[]> {
  const group = new Map<string, unknown[]>();
  for (const row of rows) group.set(row.parentId, [...(group.get(row.parentId) ?? []), row]);
  return group;
}

const union = (one: readonly string[], other: readonly string[]): string[] => [
  ...new Set([...one, ...other]),
];

/** The things of a package, each URI once: what comes first is kept. */
export const packageOf = ({ badges, outcomes, assessments, units }: Stored): CataloguePackage => ({
  badges: onceEach([...badges.values()].map(({ badge }) => badge)),
  outcomes: onceEach([...outcomes.values()]),
  assessments: onceEach([...assessments.values()]),
  units: onceEach([...units.values()]),
  frameworks: [],
});

const onceEach = <T extends { readonly uri: string }>(things: readonly T[]): T[] =>
  [...new Map([...things].reverse().map((thing) => [thing.uri, thing])).values()].reverse();
