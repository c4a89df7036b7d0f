import { beginsWith, endsWith, fold } from './fold.ts';

/** How statements of outcomes begin in a language, and the verbs in which nobody can see whether somebody does it. */
export interface VagueWords {
  /** What may stand before the verb and says nothing: “the learner is able to”. */
  readonly leads: readonly string[];
  /** Verbs of what goes on inside a head, in the forms that statements use. */
  readonly vague: readonly string[];
  /** The verb may stand at the end, as in “Grundlagen der Statistik verstehen”. */
  readonly verbLast: boolean;
}

/**
 * By BCP 47 language. After the lists of verbs to avoid of R. F. Mager, Preparing Instructional Objectives (1997), and of Cedefop,
 * Defining, writing and applying learning outcomes (2nd edition, 2022).
 */
export const VAGUE_WORDS: Readonly<Record<string, VagueWords>> = {
  en: {
    leads: [
      'the learner',
      'the learners',
      'learners',
      'learner',
      'the student',
      'students',
      'participants',
      'the participant',
      'you',
      'the holder',
      'will be able to',
      'should be able to',
      'is able to',
      'are able to',
      'be able to',
      'able to',
      'ability to',
      'will',
      'can',
      'to',
    ],
    vague: [
      'understand',
      'understands',
      'have an understanding of',
      'has an understanding of',
      'understanding of',
      'gain an understanding of',
      'know',
      'knows',
      'have knowledge of',
      'has knowledge of',
      'knowledge of',
      'learn',
      'learns',
      'learn about',
      'learns about',
      'be familiar with',
      'is familiar with',
      'are familiar with',
      'familiarity with',
      'become familiar with',
      'be aware of',
      'is aware of',
      'are aware of',
      'become aware of',
      'awareness of',
      'appreciate',
      'appreciates',
      'comprehend',
      'comprehends',
      'grasp',
      'grasps',
      'gain insight into',
      'have insight into',
      'be exposed to',
      'is exposed to',
      'believe',
      'think about',
      'be comfortable with',
      'realise',
      'realize',
    ],
    verbLast: false,
  },
  de: {
    leads: [
      'die lernenden',
      'die teilnehmenden',
      'die teilnehmer',
      'die lernende person',
      'der teilnehmer',
      'die teilnehmerin',
      'sie',
      'konnen',
      'kann',
      'sind in der lage',
      'ist in der lage',
    ],
    vague: [
      'verstehen',
      'versteht',
      'zu verstehen',
      'kennen',
      'kennt',
      'zu kennen',
      'wissen',
      'weiss',
      'lernen',
      'lernt',
      'kennenlernen',
      'begreifen',
      'begreift',
      'sich bewusst sein',
      'vertraut sein',
      'sind vertraut mit',
      'ist vertraut mit',
      'haben kenntnisse',
      'hat kenntnisse',
      'nachvollziehen',
      'kenntnisse',
      'verstandnis',
      'ein verstandnis',
      'grundkenntnisse',
    ],
    verbLast: true,
  },
  fr: {
    leads: [
      'l apprenant',
      'les apprenants',
      'le participant',
      'les participants',
      'sera capable de',
      'est capable de',
      'etre capable de',
      'capable de',
      'saura',
      'peut',
    ],
    vague: [
      'comprendre',
      'comprend',
      'comprennent',
      'connaitre',
      'connait',
      'connaissent',
      'savoir',
      'sait',
      'apprendre',
      'apprend',
      'se familiariser avec',
      'etre familiarise avec',
      'etre conscient de',
      'prendre conscience de',
      'apprecier',
      'saisir',
      'avoir des notions de',
      'connaissance de',
      'comprehension de',
    ],
    verbLast: false,
  },
  es: {
    leads: [
      'el alumno',
      'el estudiante',
      'los participantes',
      'la persona',
      'sera capaz de',
      'es capaz de',
      'ser capaz de',
      'capaz de',
      'podra',
      'puede',
    ],
    vague: [
      'comprender',
      'comprende',
      'entender',
      'entiende',
      'conocer',
      'conoce',
      'saber',
      'sabe',
      'aprender',
      'aprende',
      'familiarizarse con',
      'estar familiarizado con',
      'ser consciente de',
      'tomar conciencia de',
      'apreciar',
      'conocimiento de',
      'comprension de',
    ],
    verbLast: false,
  },
  it: {
    leads: [
      'lo studente',
      'il partecipante',
      'i partecipanti',
      'sara in grado di',
      'e in grado di',
      'essere in grado di',
      'in grado di',
      'puo',
    ],
    vague: [
      'comprendere',
      'comprende',
      'capire',
      'capisce',
      'conoscere',
      'conosce',
      'sapere',
      'sa',
      'imparare',
      'apprendere',
      'avere familiarita con',
      'essere consapevole di',
      'conoscenza di',
      'apprezzare',
    ],
    verbLast: false,
  },
  nl: {
    leads: [
      'de deelnemer',
      'de deelnemers',
      'de student',
      'de cursist',
      'kan',
      'kunnen',
      'is in staat om',
      'is in staat',
    ],
    vague: [
      'begrijpen',
      'begrijpt',
      'te begrijpen',
      'kennen',
      'kent',
      'weten',
      'weet',
      'leren',
      'leert',
      'bekend zijn met',
      'is bekend met',
      'vertrouwd zijn met',
      'zich bewust zijn van',
      'is zich bewust van',
      'kennis van',
      'inzicht in',
      'heeft kennis van',
      'heeft inzicht in',
    ],
    verbLast: true,
  },
  pt: {
    leads: [
      'o formando',
      'o aluno',
      'os participantes',
      'sera capaz de',
      'e capaz de',
      'ser capaz de',
      'capaz de',
      'pode',
    ],
    vague: [
      'compreender',
      'compreende',
      'entender',
      'entende',
      'conhecer',
      'conhece',
      'saber',
      'sabe',
      'aprender',
      'aprende',
      'familiarizar se com',
      'estar familiarizado com',
      'ter consciencia de',
      'conhecimento de',
      'apreciar',
    ],
    verbLast: false,
  },
  sv: {
    leads: ['den studerande', 'deltagaren', 'deltagarna', 'eleven', 'ska kunna', 'kan', 'kunna'],
    vague: [
      'forsta',
      'forstar',
      'kanna till',
      'kanner till',
      'veta',
      'vet',
      'lara sig',
      'lar sig',
      'vara bekant med',
      'ar bekant med',
      'vara medveten om',
      'ar medveten om',
      'ha kunskap om',
      'har kunskap om',
      'kunskap om',
      'inse',
    ],
    verbLast: false,
  },
  pl: {
    leads: ['uczestnik', 'uczestnicy', 'osoba uczaca sie', 'potrafi', 'umie', 'jest w stanie'],
    vague: [
      'rozumiec',
      'rozumie',
      'zrozumiec',
      'znac',
      'zna',
      'wiedziec',
      'wie',
      'poznac',
      'uczyc sie',
      'byc swiadomym',
      'jest swiadomy',
      'zapoznac sie z',
      'ma wiedze o',
      'wiedza o',
      'znajomosc',
    ],
    verbLast: false,
  },
};

const lookUp = (language: string): VagueWords | undefined =>
  Object.hasOwn(VAGUE_WORDS, language) ? VAGUE_WORDS[language] : undefined;

/** The lists for some languages; a language without a list, or none said, is read as English. */
const listsOf = (languages: readonly string[]): VagueWords[] => {
  const known = languages.map((language) => lookUp((language.split('-')[0] ?? '').toLowerCase()));
  const found = known.filter((words) => words !== undefined);
  return found.length > 0 ? found : Object.values(VAGUE_WORDS).slice(0, 1);
};

/** A statement from its verb on: folded, without the words before it that say nothing. */
export function fromVerb(statement: string, languages: readonly string[]): string {
  const leads = listsOf(languages).flatMap((words) => words.leads);
  let text = fold(statement);
  for (;;) {
    const lead = leads.find((each) => text.startsWith(`${each} `));
    if (lead === undefined) return text;
    text = text.slice(lead.length + 1);
  }
}

/** The vague verb an outcome is built on; null when there is none. `verb` is the outcome's own word for it, when it has one. */
export function vagueVerbOf(
  { statement, verb }: { readonly statement: string; readonly verb: string | null },
  languages: readonly string[],
): string | null {
  const text = fromVerb(statement, languages);
  const named = verb === null ? null : fromVerb(verb, languages);
  for (const { vague, verbLast } of listsOf(languages)) {
    const longestFirst = [...vague].sort((a, b) => b.length - a.length);
    const found = longestFirst.find(
      (phrase) =>
        named === phrase || beginsWith(text, phrase) || (verbLast && text !== '' && endsWith(text, phrase)),
    );
    if (found !== undefined) return found;
  }
  return null;
}
