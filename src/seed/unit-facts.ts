import type { Prerequisite } from '../modules/catalog/units/prerequisites.ts';
import { daysBefore } from './calendar.ts';
import type { Course } from './catalogue.ts';
import { randomOf } from './random.ts';
import type { RoleProfile } from './role-profiles.ts';

/** Where each school meets its learners. */
const PLACES: Readonly<Record<string, string>> = {
  'org-northbank': 'Canal House, room 204, Leeds',
  'org-tideway': 'Quay Studio, Bristol',
};
const LICENCES: Readonly<Record<string, string>> = {
  'org-northbank': 'CC-BY-4.0',
  'org-tideway': 'CC-BY-NC-4.0',
};
const LANGUAGE_NAMES: Readonly<Record<string, string>> = { de: 'German', es: 'Spanish' };
/** From this level on, experience is as good a way in as the badge below. */
const EXPERT = 7;

/** What a learning unit of the sample world says beside title, effort and price; dated from `day`. */
export function unitFacts(
  course: Course,
  courses: readonly Course[],
  profiles: readonly RoleProfile[],
  day: Date,
) {
  const { unit, provider, prerequisites } = course;
  const random = randomOf(`facts of ${unit.id}`);
  const variants = variantsOf(course, courses);
  const rule = ruleOf(prerequisites, course, courses);
  const targets = unit.language === 'en' ? targetsOf(course, profiles) : [];
  return {
    unitId: unit.id,
    description: describe(course),
    licence: LICENCES[provider] ?? null,
    // some schools forget to say, as schools do
    accessibility: random.chance(0.85) ? accessibilityOf(unit.mode) : null,
    sessions: sessionsOf(course, day),
    translations: variants.map((other) => ({
      language: other.unit.language,
      title: other.unit.title,
      summary: other.unit.summary,
    })),
    rule: rule && JSON.stringify(rule),
    ...asked(rule),
    equivalents: variants.map((other) => ({
      id: other.unit.id,
      reason: `The same outcome at the same level, taught in ${LANGUAGE_NAMES[other.unit.language]}.`,
    })),
    targetRoleProfileIds: targets.map(({ id }) => id),
    targetOccupationUris: [...new Set(targets.map(({ occupationUri }) => occupationUri))],
  };
}

function describe({ unit, assessment }: Course): string {
  const task = assessment.task;
  if (unit.language === 'de') return `${unit.summary} Am Ende steht eine Aufgabe: ${task}`;
  if (unit.language === 'es') return `${unit.summary} Al final hay una tarea: ${task}`;
  const watched = assessment.supervised ? 'An assessor watches' : 'An assessor reads what you hand in';
  return `${unit.summary} You practise on material of your own and get comments twice. At the end stands a task: ${task} ${watched} and grades each criterion of the rubric, which you have from the first day.`;
}

function accessibilityOf(mode: string) {
  if (mode === 'WORKPLACE')
    return {
      accessModes: ['textual', 'visual'],
      features: ['alternativeText', 'structuralNavigation'],
      hazards: ['none'],
      controls: null,
      summary: 'Coaching is arranged with each workplace; tell us what you need.',
    };
  const live = mode === 'LIVE';
  return {
    accessModes: ['auditory', 'textual', 'visual'],
    features: live
      ? ['alternativeText', 'closedCaptions']
      : ['alternativeText', 'captions', 'highContrastDisplay', 'structuralNavigation', 'transcript'],
    hazards: ['noFlashingHazard', 'noMotionSimulationHazard'],
    controls: live ? null : ['fullKeyboardControl', 'fullMouseControl'],
    summary: live
      ? 'Captions in every session; sign language interpretation when asked for two weeks before.'
      : 'All videos have captions and a transcript; everything can be done with the keyboard.',
  };
}

/** Live units meet once a week, blended ones at the beginning and the end; of both, the next round starts within two months. */
function sessionsOf({ unit, provider }: Course, day: Date) {
  const random = randomOf(`sessions of ${unit.id}`);
  const count =
    unit.mode === 'LIVE' ? Math.min(6, Math.ceil(unit.effortMinutes / 240)) : unit.mode === 'BLENDED' ? 2 : 0;
  const firstDay = 14 + random.below(45);
  const online = random.chance(0.5);
  const seats = 12 + 4 * random.below(4);
  const hours = unit.mode === 'LIVE' ? 3 : 2;
  return Array.from({ length: count }, (_, at) => {
    const startsAt = daysBefore(day, -(firstDay + 7 * at), 9);
    return {
      id: `session-${unit.id.replace(/^unit-/, '')}-${at + 1}`,
      startsAt,
      endsAt: new Date(startsAt.getTime() + hours * 3_600_000),
      place: online ? null : (PLACES[provider] ?? null),
      online,
      seats,
    };
  });
}

/** The same outcome in another language: the same skill at the same level. */
const variantsOf = ({ unit, outcome }: Course, courses: readonly Course[]): Course[] =>
  unit.language !== 'en'
    ? []
    : courses.filter(
        (other) =>
          other.unit.language !== 'en' &&
          other.unit.level === unit.level &&
          other.outcome.alignments[0]?.skillUri === outcome.alignments[0]?.skillUri,
      );

/** A badge may as well be held in another language; experts may come by experience. */
function ruleOf(
  badgeIds: readonly string[],
  { unit, outcome }: Course,
  courses: readonly Course[],
): Prerequisite | null {
  const rules = badgeIds.map((badgeId): Prerequisite => {
    const before = courses.find(({ badge }) => badge.id === badgeId);
    const others = before ? variantsOf(before, courses).map(({ badge }) => badge.id) : [];
    const ways: Prerequisite[] = [badgeId, ...others].map((id) => ({ op: 'badge', badgeId: id }));
    const [own] = outcome.alignments;
    if (unit.level >= EXPERT && own) ways.push({ op: 'skill', skillUri: own.skillUri, level: EXPERT - 1 });
    return only(ways, 'any');
  });
  return rules.length === 0 ? null : only(rules, 'all');
}

const only = (rules: readonly Prerequisite[], op: 'any' | 'all'): Prerequisite => {
  const [first] = rules;
  return first && rules.length === 1 ? first : { op, of: rules };
};

function asked(rule: Prerequisite | null): { badgeIds: string[]; skillUris: string[] } {
  if (!rule) return { badgeIds: [], skillUris: [] };
  if (rule.op === 'badge') return { badgeIds: [rule.badgeId], skillUris: [] };
  if (rule.op === 'skill') return { badgeIds: [], skillUris: [rule.skillUri] };
  if (rule.op === 'outcome') return { badgeIds: [], skillUris: [] };
  const parts = rule.of.map(asked);
  return {
    badgeIds: parts.flatMap(({ badgeIds }) => badgeIds),
    skillUris: parts.flatMap(({ skillUris }) => skillUris),
  };
}

/** The profiles that ask for the skill of a unit at its very level, three at most. */
const targetsOf = ({ unit, outcome }: Course, profiles: readonly RoleProfile[]): RoleProfile[] =>
  profiles
    .filter(({ requirements }) =>
      requirements.some(
        ({ skillUri, level }) => skillUri === outcome.alignments[0]?.skillUri && level === unit.level,
      ),
    )
    .slice(0, 3);
