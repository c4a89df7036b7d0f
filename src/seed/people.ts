import { daysBefore, monthsBefore } from './calendar.ts';
import type { Catalogue, Course } from './catalogue.ts';
import { type Random, randomOf } from './random.ts';
import type { RoleProfile } from './role-profiles.ts';
import { type SeedFile, seedFile } from './seed-files.ts';

/** A badge earned on a day, and whether the issuer took it back. */
export interface Earned {
  readonly badgeId: string;
  readonly awardedAt: Date;
  readonly revoked: boolean;
}

export type ConsentState = 'GIVEN' | 'WITHDRAWN' | 'EXPIRED';

export interface SampleConsent {
  readonly id: string;
  readonly purpose: 'MATCHING' | 'REVEAL' | 'ANALYTICS';
  readonly organizationId: string;
  readonly grantedAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly region: string;
  readonly language: string;
  readonly tieBreak: number;
  readonly createdAt: Date;
  readonly registeredBy: string;
  /** In the order of their dates. */
  readonly earned: readonly Earned[];
  readonly consents: readonly SampleConsent[];
}

type People = SeedFile<'people'>;
type Persona = People['personas'][number];

/** How many people the sample world has beside its personas. */
export const INVENTED_PEOPLE = 291;
const ONE_YEAR_DAYS = 365;

/** Everybody in the sample world, personas first; dated from `day`. The same people for the same day, whenever it runs. */
export function samplePeople(
  catalogue: Catalogue,
  profiles: readonly RoleProfile[],
  day: Date,
  invented = INVENTED_PEOPLE,
): Person[] {
  const people = seedFile('people');
  const world: World = {
    courses: new Map(catalogue.courses.map((course) => [course.badge.id, course])),
    stacks: catalogue.stacks,
    goals: profiles.filter((profile) => isWithinReach(profile, catalogue)),
    day,
    emails: new Set(),
  };
  return [
    ...people.personas.map((persona) => fromPersona(persona, world)),
    ...Array.from({ length: invented }, (_, index) =>
      inventedPerson(`learner-${String(index + 1).padStart(3, '0')}`, people, world),
    ),
  ];
}

/** True when the catalogue has a badge at the level of each requirement. */
export const isWithinReach = (profile: RoleProfile, { courses }: Catalogue): boolean =>
  profile.requirements.every(({ skillUri, level }) =>
    courses.some((course) => proves(course, skillUri, level)),
  );

const proves = ({ outcome }: Course, skillUri: string, level: number): boolean =>
  outcome.alignments.some((alignment) => alignment.skillUri === skillUri && alignment.level >= level);

/** What people of the sample world can learn and aim at, and when they live. */
interface World {
  readonly courses: ReadonlyMap<string, Course>;
  readonly stacks: Catalogue['stacks'];
  readonly goals: readonly RoleProfile[];
  readonly day: Date;
  readonly emails: Set<string>;
}

function fromPersona(persona: Persona, { courses, day, emails }: World): Person {
  const random = randomOf(persona.id);
  const earned = persona.badges
    .map(({ badge, monthsAgo, revoked }) => ({
      badgeId: badge,
      awardedAt: monthsBefore(daysBefore(day, 1), monthsAgo),
      revoked,
    }))
    .sort((a, b) => a.awardedAt.getTime() - b.awardedAt.getTime());
  return {
    id: persona.id,
    name: persona.name,
    email: emailOf(persona.name, emails),
    region: persona.region,
    language: persona.language,
    ...registration(earned, courses, day, random),
    earned,
    consents: persona.consents.map(({ to, state }) =>
      consent(persona.id, 'MATCHING', to, state, day, random),
    ),
  };
}

function inventedPerson(id: string, people: People, world: World): Person {
  const { courses, day, emails } = world;
  const random = randomOf(id);
  const name = `${random.pick(people.given)} ${random.pick(people.family)}`;
  const [region, language] = random.pick(people.regions);
  const earned = career(random.pick(world.goals), language, world, random);
  return {
    id,
    name,
    email: emailOf(name, emails),
    region,
    language,
    ...registration(earned, courses, day, random),
    earned,
    consents: consentsOf(id, day, random),
  };
}

/** Somebody on the way to a role: a share of the badges it needs, with what must be held before, over some years. */
function career(goal: RoleProfile, language: string, world: World, random: Random): Earned[] {
  const share = 0.15 + 0.75 * random.next();
  const order: string[] = [];
  const take = (badgeId: string): void => {
    if (order.includes(badgeId)) return;
    for (const before of world.courses.get(badgeId)?.prerequisites ?? []) take(before);
    order.push(badgeId);
  };
  if (random.chance(0.12)) for (const part of random.pick(world.stacks).parts) take(part);
  for (const { skillUri, level } of random.sample(goal.requirements, goal.requirements.length))
    if (random.chance(share)) {
      const course = courseFor(skillUri, level, world.courses, language);
      if (course) take(course.badge.id);
    }
  const badges = order.slice(0, 5);
  const months = 3 + random.below(25) + random.below(25) + random.below(20);
  const days = random
    .sample(
      Array.from({ length: months * 30 }, (_, index) => index + 3),
      badges.length,
    )
    .sort((a, b) => b - a);
  return badges.map((badgeId, index) => ({
    badgeId,
    awardedAt: daysBefore(world.day, days[index] ?? 3, 8 + random.below(10)),
    revoked: random.chance(0.03),
  }));
}

/** The course whose badge proves the skill with the least effort; in the learner's own language where there is one. */
function courseFor(
  skillUri: string,
  level: number,
  courses: ReadonlyMap<string, Course>,
  language: string,
): Course | undefined {
  const fitting = [...courses.values()]
    .filter((course) => proves(course, skillUri, level))
    .sort((a, b) => a.unit.level - b.unit.level || (a.unit.id < b.unit.id ? -1 : 1));
  return (
    fitting.find(({ unit }) => unit.language === language && unit.language !== 'en') ??
    fitting.find(({ unit }) => unit.language === 'en')
  );
}

function registration(
  earned: readonly Earned[],
  courses: ReadonlyMap<string, Course>,
  day: Date,
  random: Random,
) {
  const first = earned[0];
  const since = first?.awardedAt ?? daysBefore(day, 20);
  return {
    tieBreak: random.below(2_147_483_647),
    createdAt: new Date(since.getTime() - (10 + random.below(60)) * 86_400_000),
    registeredBy: (first && courses.get(first.badgeId)?.provider) ?? 'org-northbank',
  };
}

/** One in five agrees to nothing; of the others' consents a few were withdrawn and a few have run out. */
function consentsOf(id: string, day: Date, random: Random): SampleConsent[] {
  const state = (): ConsentState => {
    const drawn = random.next();
    return drawn < 0.05 ? 'WITHDRAWN' : drawn < 0.1 ? 'EXPIRED' : 'GIVEN';
  };
  if (random.chance(0.2)) return [];
  const employers = random.chance(0.9) ? ['org-public-services'] : [];
  if (employers.length === 0 || random.chance(0.5)) employers.push('org-harbourlight');
  return [
    ...employers.map((to) => consent(id, 'MATCHING', to, state(), day, random)),
    ...(employers.includes('org-public-services') && random.chance(0.35)
      ? [consent(id, 'REVEAL', 'org-public-services', 'GIVEN', day, random)]
      : []),
    ...(random.chance(0.6) ? [consent(id, 'ANALYTICS', 'org-northbank', 'GIVEN', day, random)] : []),
  ];
}

function consent(
  learnerId: string,
  purpose: SampleConsent['purpose'],
  organizationId: string,
  state: ConsentState,
  day: Date,
  random: Random,
): SampleConsent {
  const age = 15 + random.below(300);
  const grantedAt = daysBefore(day, state === 'EXPIRED' ? ONE_YEAR_DAYS + age : age, 9 + random.below(9));
  return {
    id: `consent-${learnerId}-${purpose.toLowerCase()}-${organizationId}`,
    purpose,
    organizationId,
    grantedAt,
    expiresAt: monthsBefore(grantedAt, state === 'EXPIRED' ? -12 : -24),
    revokedAt: state === 'WITHDRAWN' ? daysBefore(day, 1 + random.below(14)) : null,
  };
}

function emailOf(name: string, taken: Set<string>): string {
  const plain = name
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replace(/ +/g, '.');
  let email = `${plain}@example.org`;
  for (let number = 2; taken.has(email); number++) email = `${plain}${number}@example.org`;
  taken.add(email);
  return email;
}
