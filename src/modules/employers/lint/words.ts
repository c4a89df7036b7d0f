import { fold } from '../../catalog/lint/words/fold.ts';

/** Titles that name no role. */
const EMPTY_TITLES: ReadonlySet<string> = new Set([
  'employee',
  'employees',
  'staff',
  'staff member',
  'worker',
  'team member',
  'assistant',
  'helper',
  'all rounder',
  'generalist',
  'various',
  'other',
  'role',
  'job',
  'position',
  'new role',
  'vacancy',
  'test',
  'tbd',
  'mitarbeiter',
  'mitarbeiterin',
  'mitarbeiter in',
  'aushilfe',
  'allrounder',
  'employe',
  'collaborateur',
  'empleado',
  'empleada',
  'colaborador',
  'medewerker',
  'medarbetare',
  'impiegato',
  'pracownik',
]);

/** Words that make a title sound like fun and say nothing; some keep women from applying (Gaucher, Friesen and Kay 2011). */
const HYPE: readonly string[] = [
  'ninja',
  'rockstar',
  'rock star',
  'guru',
  'wizard',
  'jedi',
  'hero',
  'superstar',
  'unicorn',
  'overlord',
  'badass',
];

/** What is wrong with a title; null when nothing is. */
export function vagueTitle(title: string): string | null {
  const text = fold(title);
  if (text.length < 3 || EMPTY_TITLES.has(text)) return `“${title}” names no role.`;
  const hype = HYPE.find((word) => ` ${text} `.includes(` ${word} `));
  return hype === undefined ? null : `“${hype}” says nothing about the work.`;
}

interface Wording {
  readonly phrases: readonly string[];
  readonly ground: string;
  readonly instead: string;
  readonly source: string;
}

/** Wording that shuts people out by something the law protects. Folded; matched as whole words. */
export const DISCRIMINATORY: readonly Wording[] = [
  {
    phrases: [
      'young and dynamic',
      'young dynamic',
      'young team',
      'young professional',
      'young professionals',
      'youthful',
      'recent graduate',
      'recent graduates',
      'recent college graduate',
      'digital native',
      'digital natives',
      'of youthful age',
      'junges team',
      'jung und dynamisch',
      'junge mitarbeiter',
      'jeune diplome',
      'jeune diplomee',
      'jeune et dynamique',
      'equipe jeune',
      'joven y dinamico',
      'equipo joven',
      'recien graduado',
      'jong en dynamisch',
      'jong team',
      'giovane e dinamico',
    ],
    ground: 'age',
    instead: 'say which experience the work needs',
    source: 'Directive 2000/78/EC; 29 CFR 1625.4',
  },
  {
    phrases: [
      'salesman',
      'salesmen',
      'chairman',
      'foreman',
      'cameraman',
      'fireman',
      'policeman',
      'workman',
      'repairman',
      'waitress',
      'stewardess',
      'cleaning lady',
      'handyman',
      'girl friday',
      'manpower',
      'he must',
      'she must',
      'he will',
      'she will',
      'putzfrau',
      'stewardess',
      'femme de menage',
      'mujer de la limpieza',
    ],
    ground: 'sex',
    instead: 'use a word for everybody',
    source: 'Directive 2006/54/EC',
  },
  {
    phrases: [
      'native speaker',
      'native speakers',
      'native english',
      'mother tongue',
      'native level speaker',
      'muttersprachler',
      'muttersprachlerin',
      'muttersprache',
      'langue maternelle',
      'hablante nativo',
      'nativo',
      'lengua materna',
      'moedertaalspreker',
      'moedertaal',
      'madrelingua',
      'modersmal',
    ],
    ground: 'origin',
    instead: 'ask for a level of the CEFR, such as C1',
    source: 'Directive 2000/43/EC',
  },
  {
    phrases: [
      'able bodied',
      'physically fit',
      'no disabilities',
      'without disabilities',
      'perfect health',
      'good health required',
      'korperlich uneingeschrankt',
      'keine behinderung',
      'bonne sante exigee',
      'sin discapacidad',
      'buena presencia',
      'good looking',
      'clean shaven',
    ],
    ground: 'disability or looks',
    instead: 'describe the task, and what help there is with it',
    source: 'Directive 2000/78/EC',
  },
];

/** “Under 35”, “aged 25 to 35”, “nicht älter als 40”. */
const AGE =
  /\b(?:under|below|younger than|not older than|max(?:imum)? age|aged|unter|nicht alter als|moins de|menor de|menos de) (\d\d)\b(?! (?:hours|minutes|days|percent|people|employees|stunden|tage|heures|horas|dias))/;

/** The first discriminatory wording of a text; null when there is none. */
export function discriminatoryWording(text: string): (Wording & { readonly found: string }) | null {
  const folded = fold(text);
  for (const wording of DISCRIMINATORY) {
    const found = wording.phrases.find((phrase) => ` ${folded} `.includes(` ${phrase} `));
    if (found !== undefined) return { ...wording, found };
  }
  const [age] = AGE.exec(folded) ?? [];
  const byAge = DISCRIMINATORY[0];
  return age !== undefined && byAge ? { ...byAge, found: age } : null;
}
