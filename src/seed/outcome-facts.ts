import type { BloomLevel } from '../modules/catalog/catalog.records.ts';
import { bloomOfVerb } from '../modules/catalog/lint/words/bloom-verbs.ts';
import { daysBefore } from './calendar.ts';
import type { Course } from './catalogue.ts';
import { randomOf } from './random.ts';

/** Verbs of the sample catalogue that no list of verbs by level has. */
const BLOOM: Readonly<Record<string, BloomLevel>> = {
  adapt: 'CREATE',
  advise: 'EVALUATE',
  advocate: 'EVALUATE',
  automate: 'CREATE',
  champion: 'EVALUATE',
  coach: 'APPLY',
  combine: 'CREATE',
  contribute: 'APPLY',
  deliver: 'APPLY',
  deploy: 'APPLY',
  engineer: 'CREATE',
  establish: 'CREATE',
  facilitate: 'APPLY',
  improve: 'EVALUATE',
  integrate: 'CREATE',
  introduce: 'APPLY',
  investigate: 'ANALYSE',
  iterate: 'EVALUATE',
  lead: 'EVALUATE',
  link: 'APPLY',
  maintain: 'APPLY',
  manage: 'APPLY',
  mediate: 'EVALUATE',
  model: 'CREATE',
  negotiate: 'EVALUATE',
  optimise: 'EVALUATE',
  organise: 'ANALYSE',
  persuade: 'EVALUATE',
  probar: 'ANALYSE',
  profile: 'ANALYSE',
  program: 'CREATE',
  prototype: 'CREATE',
  reconcile: 'EVALUATE',
  refactor: 'CREATE',
  relate: 'ANALYSE',
  resolve: 'EVALUATE',
  set: 'CREATE',
  synthesise: 'CREATE',
  teach: 'APPLY',
  testen: 'ANALYSE',
  turn: 'APPLY',
};

const TOOLS: Readonly<Record<string, readonly string[]>> = {
  data: ['R, Python or a spreadsheet', 'the data platform of one’s organisation'],
  software: ['a code editor and version control', 'a build and deployment pipeline'],
  testing: ['a test runner', 'an issue tracker'],
  design: ['a prototyping tool', 'a shared whiteboard'],
  research: ['a recorder, used with consent', 'a template for notes'],
  accessibility: ['a keyboard', 'a screen reader', 'an automated checker'],
  'working-together': ['a shared whiteboard or document'],
};

const CONSTRAINTS: Readonly<Record<string, string>> = {
  PROJECT: 'Alone, within four weeks; the work of others is named where it is used.',
  DEMONSTRATION: 'In front of an assessor, within half an hour.',
  SIMULATION: 'In a prepared environment, within half a day.',
  SCENARIO: 'In writing, within two hours, with any notes.',
  WORKPLACE_ARTEFACT: 'From real work of the last six months; what is confidential is taken out.',
};

/** What an outcome of the sample world says beside its statement. In other languages than English less is stated. */
export function outcomeFacts({ outcome, unit, assessment, field, successCriteria }: Course) {
  const english = unit.language === 'en';
  return {
    outcomeId: outcome.id,
    bloom: bloomOfVerb(outcome, [unit.language]) ?? BLOOM[outcome.verb.toLowerCase()] ?? null,
    tools: english ? [...(TOOLS[field] ?? [])] : [],
    constraints: english ? (CONSTRAINTS[assessment.kind] ?? null) : null,
    successCriteria: [...successCriteria],
  };
}

/** The schools claim, the council agrees with four in five. */
export function alignmentRows({ outcome }: Course, confidences: ReadonlyMap<string, number>, day: Date) {
  const random = randomOf(`claims of ${outcome.id}`);
  return outcome.alignments.map((claim, at) => {
    const mapped = confidences.get(claim.skillUri);
    const reviewed = random.chance(0.8);
    return {
      outcomeId: outcome.id,
      ...claim,
      source: mapped === undefined || claim.relation === 'EXACT' ? 'STATED' : 'MAPPED',
      confidence: mapped === undefined ? 95 - 5 * Math.min(at, 4) : Math.round(mapped * 100),
      author: 'key:sample-author',
      createdAt: daysBefore(day, 2_030),
      reviewState: reviewed ? 'REVIEWED' : 'PROPOSED',
      reviewer: reviewed ? 'key:sample-reviewer' : null,
      reviewerOrganizationId: reviewed ? 'org-skills-council' : null,
      reviewedAt: reviewed ? daysBefore(day, 2_010) : null,
    };
  });
}
