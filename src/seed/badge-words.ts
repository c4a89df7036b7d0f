interface Words {
  readonly language: string;
  readonly statement: string;
  readonly verb: string;
  readonly object: string;
  readonly conditions: string;
  readonly title: string;
  readonly criteria: readonly (readonly [string, string])[];
}

/** What a badge says, in the language of its course. */
export function badgeWords({ language, statement, verb, object, conditions, title, criteria }: Words) {
  const names = criteria.map(([name]) => name).join(', ');
  if (language === 'de')
    return {
      description: `Bestätigt in einer Prüfung gezeigtes Können: ${statement}`,
      criteria: `Die Prüfung „${title}“ bestehen, mit mindestens „Erreicht“ in jedem Kriterium: ${names}.`,
    };
  if (language === 'es')
    return {
      description: `Acredita una capacidad demostrada: ${lower(statement)}`,
      criteria: `Superar la evaluación «${title}», con al menos «Logrado» en cada criterio: ${names}.`,
    };
  return {
    description: `Shows that its holder can ${lower(verb)} ${object}, ${conditions}.`,
    criteria: `Pass the assessment “${title}” with at least “Met” for every criterion: ${names}.`,
  };
}

export const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
