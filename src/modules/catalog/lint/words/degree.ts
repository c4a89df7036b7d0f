import { fold } from './fold.ts';

/** Words that say how much, not what can be seen: levels that differ only in these cannot be told apart by two assessors. */
const DEGREE_WORDS: ReadonlySet<string> = new Set(
  `a an the is are of in to with and very quite rather really mostly mainly partly fully completely entirely always usually often sometimes rarely
   never well good better best excellent outstanding great poor poorly bad weak adequate adequately acceptable satisfactory sufficient basic
   limited some more most less least fairly extremely highly high low clear clearly
   sehr gut besser ausgezeichnet hervorragend schlecht mangelhaft ausreichend befriedigend teilweise vollstandig meist immer oft manchmal selten nie
   kaum ganz weitgehend uberwiegend
   tres bien bon bonne mieux excellent mauvais insuffisant suffisant partiellement entierement toujours souvent parfois rarement jamais
   muy bien bueno buena mejor excelente malo insuficiente suficiente parcialmente completamente siempre a menudo veces nunca`
    .split(/\s+/)
    .filter(Boolean),
);

/** What a descriptor says beyond degree; empty when it says nothing else. */
export const withoutDegree = (descriptor: string): string =>
  fold(descriptor)
    .split(' ')
    .filter((word) => !DEGREE_WORDS.has(word))
    .join(' ');
