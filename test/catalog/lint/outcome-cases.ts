import { type BadgeFacts, languagesOf, type OutcomeFacts } from '../../../src/modules/catalog/lint/facts.ts';
import { bloomOfVerb } from '../../../src/modules/catalog/lint/words/bloom-verbs.ts';
import { vagueVerbOf } from '../../../src/modules/catalog/lint/words/vague-verbs.ts';
import type { CaseTable } from '../../support/lint-rules.ts';
import { badge, goodAssessment, goodOutcome, stack, withOutcome } from './facts.ts';

const outcomes = (facts: BadgeFacts, change: (outcome: OutcomeFacts, at: number) => OutcomeFacts) => ({
  ...facts,
  outcomes: facts.outcomes.map(change),
});
const says = (statement: string, verb: string | null = null) => withOutcome({ statement, verb });
const saysIn = (language: string, statement: string) =>
  withOutcome({ statement, verb: null }, { languages: [language] });

export const outcomeCases: CaseTable<BadgeFacts> = {
  'outcomes-missing': {
    fires: { 'no outcome': badge({ outcomes: [] }) },
    quiet: { 'a stacked credential': stack, 'one outcome': badge({}) },
    mend: (facts) =>
      facts.outcomes.length > 0
        ? facts
        : {
            ...facts,
            outcomes: [goodOutcome],
            assessments: facts.assessments.map((each) => ({ ...each, outcomeIds: [goodOutcome.id] })),
          },
  },
  'vague-verb': {
    fires: {
      understand: says('Understand network security'),
      'a lead before it': says('The learner will be able to understand network security.'),
      'be familiar with': says('Be familiar with the tools of the trade'),
      'know, as its verb': says('Networks of a small office', 'know'),
      German: saysIn('de', 'Die Grundlagen der Statistik verstehen'),
      'German, conjugated': saysIn('de-AT', 'Die Teilnehmenden kennen die Regeln'),
      'a German outcome of an English badge': withOutcome({
        statement: 'Netze verstehen',
        verb: null,
        language: 'de',
      }),
      French: saysIn('fr', 'Être capable de comprendre un bilan'),
      Spanish: saysIn('es', 'Conocer las normas de seguridad'),
      Italian: saysIn('it', 'Conoscere le regole'),
      Dutch: saysIn('nl', 'De deelnemer kan de regels begrijpen'),
      Portuguese: saysIn('pt', 'Compreender os riscos'),
      Swedish: saysIn('sv', 'Förstå riskerna'),
      Polish: saysIn('pl', 'Uczestnik rozumie zasady'),
      'a language without a list': saysIn('tlh', 'Understand the rules'),
    },
    quiet: {
      explain: says('Explain a protocol to a colleague'),
      'understand later on': says('Write a guide that beginners understand'),
      'known, as part of another word': says('Acknowledge an alarm within a minute'),
      'an English verb in a German badge': saysIn('de', 'Understanding-Workshops moderieren'),
      'a stacked credential': stack,
    },
    mend: (facts) =>
      outcomes(facts, (each, at) =>
        vagueVerbOf(each, languagesOf(facts, each)) === null
          ? each
          : { ...each, statement: `Configure ${at} from ${each.statement.length}`, verb: null },
      ),
  },
  'outcome-conditions': {
    fires: {
      'none of them': withOutcome({ conditions: null, constraints: null, tools: [] }),
      'only blanks': withOutcome({ conditions: ' ', constraints: null, tools: [] }),
    },
    quiet: {
      conditions: withOutcome({ constraints: null, tools: [] }),
      'tools alone': withOutcome({ conditions: null, tools: ['a compass'] }),
      'constraints alone': withOutcome({ conditions: null, tools: [], constraints: 'within an hour' }),
    },
    mend: (facts) => outcomes(facts, (each) => ({ ...each, conditions: 'with a colleague to ask' })),
  },
  'outcome-success-criteria': {
    fires: { 'neither says any': withOutcome({ successCriteria: [] }) },
    quiet: {
      'the outcome says them': badge({}),
      'its assessment says them': withOutcome(
        { successCriteria: [] },
        { assessments: [{ ...goodAssessment, successCriteria: ['No ping gets through.'] }] },
      ),
    },
    mend: (facts) => outcomes(facts, (each) => ({ ...each, successCriteria: ['It works.'] })),
  },
  'outcomes-alike': {
    fires: {
      'the same words': badge({
        outcomes: [goodOutcome, { ...goodOutcome, statement: goodOutcome.statement.toUpperCase() }],
      }),
    },
    quiet: {
      'other words': badge({ outcomes: [goodOutcome, { ...goodOutcome, statement: 'Document a network.' }] }),
    },
    mend: (facts) =>
      outcomes(facts, (each, at) => ({
        ...each,
        statement: `${each.statement} · number ${'I'.repeat(at + 1)}`,
      })),
  },
  'bloom-mismatch': {
    fires: {
      'a low verb, a high level': withOutcome({
        statement: 'List the risks',
        verb: 'list',
        bloom: 'EVALUATE',
      }),
      'a high verb, a low level': withOutcome({
        statement: 'Design a network',
        verb: null,
        bloom: 'REMEMBER',
      }),
    },
    quiet: {
      'one step apart': withOutcome({ statement: 'Explain a plan', verb: 'explain', bloom: 'APPLY' }),
      'no level said': withOutcome({ bloom: null }),
      'a vague verb, which another rule says': withOutcome({
        statement: 'Understand lists',
        verb: 'list',
        bloom: 'CREATE',
      }),
      'a verb in no list': withOutcome({ statement: 'Yodel a tune', verb: 'yodel', bloom: 'CREATE' }),
    },
    mend: (facts) =>
      outcomes(facts, (each) => ({
        ...each,
        bloom: bloomOfVerb(each, languagesOf(facts, each)) ?? each.bloom,
      })),
  },
};
