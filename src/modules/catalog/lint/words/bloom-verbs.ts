import { BLOOM_LEVELS, type BloomLevel, type OutcomeFacts } from '../facts.ts';
import { beginsWith } from './fold.ts';
import { fromVerb, vagueVerbOf } from './vague-verbs.ts';

/**
 * Verbs by level of the revised taxonomy of Bloom (Anderson and Krathwohl, 2001), each once: a verb that authors use at several
 * levels stands at the lowest of them, so that nothing is taken for more than it says.
 */
export const BLOOM_VERBS: Readonly<Record<BloomLevel, readonly string[]>> = {
  REMEMBER: [
    'list',
    'name',
    'recall',
    'recite',
    'recognise',
    'recognize',
    'state',
    'label',
    'identify',
    'match',
    'define',
    'quote',
    'nennen',
    'benennen',
    'aufzahlen',
    'definieren',
    'citer',
    'nommer',
    'enumerer',
    'definir',
    'enumerar',
    'nombrar',
  ],
  UNDERSTAND: [
    'describe',
    'explain',
    'summarise',
    'summarize',
    'paraphrase',
    'discuss',
    'classify',
    'illustrate',
    'interpret',
    'translate',
    'give examples',
    'beschreiben',
    'erklaren',
    'erlautern',
    'zusammenfassen',
    'decrire',
    'expliquer',
    'resumer',
    'describir',
    'explicar',
    'resumir',
  ],
  APPLY: [
    'apply',
    'use',
    'operate',
    'carry out',
    'conduct',
    'execute',
    'implement',
    'perform',
    'run',
    'configure',
    'install',
    'set up',
    'solve',
    'calculate',
    'demonstrate',
    'administer',
    'maintain',
    'prepare',
    'present',
    'facilitate',
    'mediate',
    'repair',
    'assemble',
    'deploy',
    'migrate',
    'schedule',
    'anwenden',
    'durchfuhren',
    'einrichten',
    'bedienen',
    'umsetzen',
    'berechnen',
    'konfigurieren',
    'installieren',
    'appliquer',
    'utiliser',
    'realiser',
    'configurer',
    'installer',
    'calculer',
    'aplicar',
    'utilizar',
    'realizar',
    'configurar',
    'instalar',
    'calcular',
  ],
  ANALYSE: [
    'analyse',
    'analyze',
    'compare',
    'contrast',
    'differentiate',
    'diagnose',
    'investigate',
    'test',
    'troubleshoot',
    'trace',
    'map',
    'break down',
    'analysieren',
    'vergleichen',
    'untersuchen',
    'prufen',
    'analyser',
    'comparer',
    'examiner',
    'analizar',
    'comparar',
    'diagnosticar',
  ],
  EVALUATE: [
    'assess',
    'evaluate',
    'judge',
    'justify',
    'critique',
    'review',
    'recommend',
    'prioritise',
    'prioritize',
    'validate',
    'audit',
    'appraise',
    'defend',
    'bewerten',
    'beurteilen',
    'begrunden',
    'evaluer',
    'justifier',
    'juger',
    'evaluar',
    'justificar',
    'valorar',
  ],
  CREATE: [
    'create',
    'design',
    'build',
    'develop',
    'compose',
    'write',
    'plan',
    'produce',
    'construct',
    'model',
    'formulate',
    'invent',
    'prototype',
    'program',
    'establish',
    'lead',
    'entwickeln',
    'gestalten',
    'entwerfen',
    'erstellen',
    'bauen',
    'programmieren',
    'concevoir',
    'creer',
    'developper',
    'elaborer',
    'rediger',
    'disenar',
    'crear',
    'desarrollar',
    'elaborar',
    'redactar',
    'construir',
  ],
};

/** The forms an English or German verb takes in a statement: configure, configures, konfiguriert. */
const forms = (verb: string): string[] => {
  const [first = '', ...rest] = verb.split(' ');
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : '';
  return [first, `${first}s`, `${first}es`, first.replace(/y$/, 'ies'), first.replace(/en$/, 't')].map(
    (form) => form + tail,
  );
};

/** The level that the verb of an outcome stands for; null for a verb in no list. */
export function bloomOfVerb(
  { statement, verb }: Pick<OutcomeFacts, 'statement' | 'verb'>,
  languages: readonly string[],
): BloomLevel | null {
  const text = fromVerb(verb ?? statement, languages);
  return (
    BLOOM_LEVELS.find((level) =>
      BLOOM_VERBS[level].some((word) => forms(word).some((form) => beginsWith(text, form))),
    ) ?? null
  );
}

/**
 * Whether an outcome is something done rather than something known: its author or its verb says APPLY or more. Null: nobody can
 * say, for its verb is vague.
 */
export function isPerformance(
  outcome: Pick<OutcomeFacts, 'statement' | 'verb' | 'bloom'>,
  languages: readonly string[],
): boolean | null {
  if (isDoing(outcome.bloom)) return true;
  return vagueVerbOf(outcome, languages) === null ? isDoing(bloomOfVerb(outcome, languages)) : null;
}

const isDoing = (level: BloomLevel | null): boolean =>
  level !== null && BLOOM_LEVELS.indexOf(level) >= BLOOM_LEVELS.indexOf('APPLY');
