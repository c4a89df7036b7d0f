import { daysBefore } from './calendar.ts';
import type { Catalogue } from './catalogue.ts';
import { seedFile } from './seed-files.ts';
import { ddatUri } from './taxonomy.ts';

const HOURS_A_CREDIT = 25;

/** What the first versions of badges say besides name and criteria: tags from their topic, credits from the effort, to half a credit. */
export function badgeWordRows({ courses, stacks }: Catalogue) {
  const topics = new Map(seedFile('catalogue').map((topic) => [ddatUri(topic.code), topic]));
  const ofCourses = courses.map(({ unit, outcome, badge }) => {
    const topic = topics.get(outcome.alignments[0]?.skillUri ?? '');
    const field = topic?.field.replaceAll('-', ' ') ?? null;
    const halves = Math.max(1, Math.round((unit.effortMinutes / 60 / HOURS_A_CREDIT) * 2));
    return {
      versionId: badge.versionId,
      tags: [field, topic?.title.toLowerCase()].filter((tag) => typeof tag === 'string').sort(),
      languages: [unit.language],
      fieldOfStudy: field,
      creditValue: halves * 50,
      creditSystem: 'ECTS',
      renewal: badge.validMonths === null ? null : 'REASSESS',
    };
  });
  const ofStacks = stacks.map(({ versionId }) => ({
    versionId,
    tags: ['stacked'],
    languages: ['en'],
    fieldOfStudy: null,
    creditValue: null,
    creditSystem: null,
    renewal: null,
  }));
  return [...ofCourses, ...ofStacks];
}

/** Later versions, endorsements, sessions with practitioners and job simulations, dated from the day of the sample world. */
export function badgeStoryRows(day: Date) {
  const { versions, simulations, endorsements, coCreations } = seedFile('badges');
  const daysAgo = (days: number | null) => (days === null ? null : daysBefore(day, days));
  return {
    simulations,
    versions: versions.map(({ publishedDaysAgo, ...version }) => ({
      ...version,
      publishedAt: daysBefore(day, publishedDaysAgo),
    })),
    endorsements: endorsements.map(({ givenDaysAgo, settledDaysAgo, ...endorsement }) => ({
      ...endorsement,
      at: daysBefore(day, givenDaysAgo),
      settledAt: daysAgo(settledDaysAgo),
    })),
    coCreations: coCreations.map(({ heldDaysAgo, proposals, ...session }) => ({
      ...session,
      heldAt: daysBefore(day, heldDaysAgo),
      proposals: proposals.map(({ decidedDaysAgo, confirmedDaysAgo, ...proposal }, at) => ({
        ...proposal,
        id: `${session.id}-${at + 1}`,
        position: at + 1,
        decidedAt: daysAgo(decidedDaysAgo),
        confirmedAt: daysAgo(confirmedDaysAgo),
      })),
    })),
  };
}
