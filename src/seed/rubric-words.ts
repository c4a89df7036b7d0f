/** What an assessor reads for one criterion at one level, given the clause that names what good work shows. */
type Words = (clause: string) => string;

interface LevelWords {
  readonly title: string;
  readonly points: number;
  readonly passing: boolean;
  /** Different words for neighbouring criteria, so that a rubric does not read like a form. */
  readonly words: readonly Words[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const steps = (titles: readonly [string, string, string, string], words: readonly (readonly Words[])[]) =>
  titles.map(
    (title, points): LevelWords => ({ title, points, passing: points >= 2, words: words[points] ?? [] }),
  );

const english = steps(
  ['Not yet', 'In part', 'Met', 'Exceeded'],
  [
    [
      (clause) => `There is no sign yet that ${clause}.`,
      (clause) => `An assessor who looks for it cannot see that ${clause}.`,
      (clause) => `Nothing handed in supports that ${clause}.`,
    ],
    [
      (clause) => `In places ${clause}, but gaps remain that change the result.`,
      (clause) => `Asked about it, the learner can show that ${clause}; the work alone does not.`,
      (clause) => `It is claimed that ${clause}, and the work bears it out only in part.`,
    ],
    [
      (clause) => `Throughout the work ${clause}.`,
      (clause) => `The work shows that ${clause}, and the learner can say why it matters here.`,
      (clause) => `It is plain from the work, without asking, that ${clause}.`,
    ],
    [
      (clause) =>
        `${capital(clause)}, and the limits of the approach are named together with what would be done about them.`,
      (clause) => `${capital(clause)}, in a form that a colleague could take over and reuse as it stands.`,
      (clause) =>
        `${capital(clause)}, and the learner improved on the usual way of doing it and shows by how much.`,
    ],
  ],
);

const german = steps(
  ['Noch nicht', 'Teilweise', 'Erreicht', 'Übertroffen'],
  [
    [(clause) => `Es ist noch nicht erkennbar, dass ${clause}.`],
    [
      (clause) =>
        `An einzelnen Stellen ist erkennbar, dass ${clause}; es bleiben Lücken, die das Ergebnis verändern.`,
    ],
    [(clause) => `Die ganze Arbeit zeigt, dass ${clause}.`],
    [(clause) => `Die Arbeit zeigt, dass ${clause}, und benennt Grenzen und Alternativen mit ihren Folgen.`],
  ],
);

const spanish = steps(
  ['Todavía no', 'En parte', 'Logrado', 'Superado'],
  [
    [(clause) => `Aún no se aprecia que ${clause}.`],
    [(clause) => `Solo en algunos puntos se aprecia que ${clause}; quedan lagunas que alteran el resultado.`],
    [(clause) => `Todo el trabajo muestra que ${clause}.`],
    [
      (clause) =>
        `El trabajo muestra que ${clause}, y señala los límites y las alternativas con sus consecuencias.`,
    ],
  ],
);

const languages: Readonly<Record<string, readonly LevelWords[]>> = { en: english, de: german, es: spanish };

/** The four levels of a criterion, lowest first, in the words of that language. */
export function criterionLevels(language: string, position: number, clause: string) {
  const levels = languages[language];
  if (!levels) throw new RangeError(`There are no rubric words in ${language}.`);
  return levels.map(({ title, points, passing, words }) => {
    const say = words[(position + points) % words.length] as Words;
    return { title, points, passing, descriptor: say(clause) };
  });
}

/** A clause of a criterion as a sentence of its own. */
export const sentence = (language: string, clause: string): string =>
  language === 'en'
    ? `${capital(clause)}.`
    : (criterionLevels(language, 0, clause).find(({ passing }) => passing)?.descriptor ?? clause);
