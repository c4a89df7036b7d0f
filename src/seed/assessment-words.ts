/** What has to be handed in for each kind of assessment, and how it is supervised. */
interface Words {
  readonly evidence: Readonly<Record<string, string>>;
  readonly watched: string;
  readonly alone: string;
}

const english: Words = {
  evidence: {
    PROJECT: 'What you made, and a page on how you made it.',
    DEMONSTRATION: 'A recording of the demonstration.',
    SIMULATION: 'The log of the simulation, and what you decided when.',
    WORKPLACE_ARTEFACT: 'What you made at work, with what may not be seen taken out.',
    SCENARIO: 'Your answer in writing, three pages at most.',
  },
  watched: 'An assessor is in the room or in the call from beginning to end.',
  alone: 'Not supervised; an assessor may ask about the work afterwards.',
};

const german: Words = {
  evidence: {
    PROJECT: 'Das Ergebnis und eine Seite dazu, wie es entstanden ist.',
    DEMONSTRATION: 'Eine Aufzeichnung der Vorführung.',
    SIMULATION: 'Das Protokoll der Simulation und was wann entschieden wurde.',
    WORKPLACE_ARTEFACT: 'Das Arbeitsergebnis ohne das, was niemand sehen darf.',
    SCENARIO: 'Die Antwort, schriftlich, auf höchstens drei Seiten.',
  },
  watched: 'Eine prüfende Person ist von Anfang bis Ende dabei.',
  alone: 'Ohne Aufsicht; Rückfragen zur Arbeit sind möglich.',
};

const spanish: Words = {
  evidence: {
    PROJECT: 'El resultado y una página sobre cómo se hizo.',
    DEMONSTRATION: 'Una grabación de la demostración.',
    SIMULATION: 'El registro de la simulación y qué se decidió en cada momento.',
    WORKPLACE_ARTEFACT: 'El trabajo realizado, sin lo que no deba verse.',
    SCENARIO: 'La respuesta por escrito, en tres páginas como máximo.',
  },
  watched: 'Una persona evaluadora está presente de principio a fin.',
  alone: 'Sin supervisión; se puede preguntar después por el trabajo.',
};

const languages: Readonly<Record<string, Words>> = { en: english, de: german, es: spanish };

/** Marked twice as a whole, so that the sample world shows how far assessors agree. */
const ALL_MARKED_TWICE = 'assessment-statistical-tools-working';

/** What an assessment of the sample world says beside its task. */
export function assessmentWords(language: string, id: string, kind: string, supervised: boolean) {
  const words = languages[language];
  const evidence = words?.evidence[kind];
  if (!words || !evidence) throw new RangeError(`There are no words in ${language} for a ${kind}.`);
  return {
    evidence,
    supervision: supervised ? words.watched : words.alone,
    identityCheck: supervised ? 'DOCUMENT' : 'ACCOUNT',
    attempts: 3,
    retakeWaitDays: 7,
    doubleMarkPercent: id === ALL_MARKED_TWICE ? 100 : 10,
  };
}
