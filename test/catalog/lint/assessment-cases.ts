import type { AssessmentFacts, BadgeFacts } from '../../../src/modules/catalog/lint/facts.ts';
import type { CaseTable } from '../../support/lint-rules.ts';
import {
  badge,
  goodAssessment,
  goodCriterion,
  stack,
  withAssessment,
  withDescriptors,
  withOutcome,
} from './facts.ts';

const assessments = (facts: BadgeFacts, change: Partial<AssessmentFacts>) => ({
  ...facts,
  assessments: facts.assessments.map((each) => ({ ...each, ...change })),
});
const add = (facts: BadgeFacts): BadgeFacts => ({
  ...facts,
  assessments: [
    ...facts.assessments,
    { ...goodAssessment, id: 'added', outcomeIds: facts.outcomes.map(({ id }) => id) },
  ],
});
const describe = (facts: BadgeFacts): BadgeFacts => ({
  ...facts,
  assessments: facts.assessments.map((each) => ({
    ...each,
    criteria: each.criteria.map((criterion) => ({
      ...criterion,
      levels: criterion.levels.map((level, at) => ({
        ...level,
        descriptor: `shows mark ${'x'.repeat(at + 1)}`,
      })),
    })),
  })),
});
const quiz = { ...goodAssessment, kind: 'QUIZ' } as const;

export const assessmentCases: CaseTable<BadgeFacts> = {
  'assessment-missing': {
    fires: { 'no assessment': badge({ assessments: [] }) },
    quiet: { 'a stacked credential': stack, 'one assessment': badge({}) },
    mend: (facts) => (facts.assessments.length > 0 ? facts : add(facts)),
  },
  'outcome-not-assessed': {
    fires: { 'an outcome nobody assesses': withAssessment({ outcomeIds: [] }) },
    quiet: {
      assessed: badge({}),
      'a stacked credential with outcomes': badge({ parts: 2, assessments: [] }),
      'no assessment at all, which another rule says': badge({ assessments: [] }),
    },
    mend: (facts) =>
      facts.assessments.length === 0
        ? facts
        : assessments(facts, { outcomeIds: [...facts.outcomes.map(({ id }) => id)], kind: 'PROJECT' }),
  },
  'quiz-only': {
    fires: {
      'the author says it is done': withOutcome({ bloom: 'CREATE' }, { assessments: [quiz] }),
      'its verb says so': withOutcome({ bloom: null }, { assessments: [quiz] }),
      'its verb says so, its author does not': withOutcome({ bloom: 'REMEMBER' }, { assessments: [quiz] }),
      'a German verb': withOutcome(
        { statement: 'Ein Netz einrichten', verb: 'einrichten', bloom: null },
        { languages: ['de'], assessments: [quiz] },
      ),
    },
    quiet: {
      'another assessment beside it': badge({ assessments: [quiz, { ...goodAssessment, id: 'second' }] }),
      'an outcome of knowing': withOutcome(
        { statement: 'Name the layers', verb: 'name', bloom: 'REMEMBER' },
        { assessments: [quiz] },
      ),
      'a vague verb, which another rule says': withOutcome(
        { statement: 'Understand layers', verb: null, bloom: null },
        { assessments: [quiz] },
      ),
    },
    mend: add,
  },
  'assessment-task': {
    fires: { none: withAssessment({ task: null }), blank: withAssessment({ task: ' ' }) },
    quiet: { 'a task': badge({}), 'a stacked credential': stack },
    mend: (facts) => assessments(facts, { task: 'Do it.' }),
  },
  'evidence-statement': {
    fires: { none: withAssessment({ evidence: null }) },
    quiet: { stated: badge({}) },
    mend: (facts) => assessments(facts, { evidence: 'A recording.' }),
  },
  'supervision-statement': {
    fires: { 'neither is said': withAssessment({ supervision: null, identityCheck: null }) },
    quiet: {
      'supervision in words': withAssessment({ identityCheck: null }),
      'an identity check': withAssessment({ supervision: null }),
      'no check, and it says so': withAssessment({ supervision: null, identityCheck: 'NONE' }),
    },
    mend: (facts) => assessments(facts, { supervision: 'Nobody watches.' }),
  },
  'rubric-missing': {
    fires: {
      'no rubric': withAssessment({ criteria: [] }),
      'one level': withDescriptors('Alone.'),
      'no threshold': withAssessment({
        criteria: [
          { ...goodCriterion, levels: goodCriterion.levels.map((level) => ({ ...level, passing: false })) },
        ],
      }),
    },
    quiet: { 'three levels': badge({}), 'a stacked credential': stack },
    mend: (facts) => assessments(facts, { criteria: [goodCriterion] }),
  },
  'rubric-descriptors': {
    fires: {
      'a level without words': withDescriptors('One.', null, 'Three.'),
      blank: withDescriptors('One.', ' '),
    },
    quiet: {
      'all described': badge({}),
      'no rubric, which another rule says': withAssessment({ criteria: [] }),
    },
    mend: describe,
  },
  'rubric-levels-same': {
    fires: {
      'the same words': withDescriptors('The plan is complete.', 'The plan is complete'),
      'in capitals': withDescriptors('Complete', 'COMPLETE!'),
    },
    quiet: { 'other words': badge({}), 'none described': withDescriptors(null, null) },
    mend: describe,
  },
  'rubric-levels-of-degree': {
    fires: {
      'good and very good': withDescriptors('Good work', 'Very good work', 'Excellent work'),
      'mostly and fully': withDescriptors('The plan is mostly documented.', 'The plan is fully documented.'),
      German: withDescriptors('Gut dokumentiert', 'Sehr gut dokumentiert'),
    },
    quiet: {
      'something else each': badge({}),
      'the same words, which another rule says': withDescriptors('The plan.', 'The plan.'),
    },
    mend: describe,
  },
};
