import type { Necessity } from '../role-profile.records.ts';
import { type Cue, type Reader, readerOf } from './wording.ts';

/** Part of a text, from `start` up to but not including `end`, in UTF-16 code units: as JavaScript and browsers count. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a text says of one place in it. */
export interface Cues {
  readonly necessity: Cue<Necessity> | null;
  readonly level: Cue<number> | null;
}

/** A sentence, or as much of one as is read at once. */
export interface Sentence extends Span {
  /** What is said of what stands between `start` and `end` of the whole text, in its clause, else its sentence, else under its heading. */
  cuesAt(span: Span): Cues;
}

export interface Sentences {
  readonly sentences: readonly Sentence[];
  /** Parts that speak of the employer or the offer. */
  readonly asides: readonly Span[];
}

/** As long as a search takes a query. */
export const LONGEST_SENTENCE = 200;
const LONGEST_HEADING = 60;
const bullet = /^[\s>]*(?:(?:[-*+•·–—▪◦●‣○]|\d{1,2}[.)]|[a-z]\))\s)?\s*/iu;
const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|incl|approx|vs|z\. ?B|bzw|ca|u\. ?a|p\. ?ex|bijv|t\. ?ex)$/iu;

interface Section {
  readonly aside: boolean;
  readonly necessity: Cue<Necessity> | null;
}
const PLAIN: Section = { aside: false, necessity: null };

/**
 * Takes a job description apart, line by line and sentence by sentence, in the order of the text and without overlap. A heading such as "Essential:" holds until the
 * next one; what stands under "About us" or "What we offer" is set aside.
 */
export function sentencesOf(text: string, language: string): Sentences {
  const reader = readerOf(language);
  const sentences: Sentence[] = [];
  const asides: Span[] = [];
  let section = PLAIN;
  let asideOpen = false;
  for (const line of linesOf(text)) {
    const heading = headingOf(text.slice(line.start, line.end), reader);
    if (heading?.whole) {
      section = heading.section;
      asideOpen = false;
      continue;
    }
    const here = heading?.section ?? section;
    const body = { start: line.start + (heading?.length ?? 0), end: line.end };
    if (here.aside) {
      const last = heading ? undefined : asides.at(-1);
      if (last && asideOpen) asides[asides.length - 1] = { start: last.start, end: body.end };
      else asides.push(body);
      asideOpen = true;
      continue;
    }
    asideOpen = false;
    for (const whole of inSentences(text, body))
      for (const span of inPieces(text, whole))
        if (/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)))
          sentences.push({
            ...span,
            cuesAt: cuesOf(text, whole.end - whole.start > 2 * LONGEST_SENTENCE ? span : whole, here, reader),
          });
  }
  return { sentences, asides };
}

function* linesOf(text: string): Generator<Span> {
  let start = 0;
  for (const line of text.split('\n')) {
    const mark = bullet.exec(line)?.[0].length ?? 0;
    const end = start + line.trimEnd().length;
    if (start + mark < end) yield { start: start + mark, end };
    start += line.length + 1;
  }
}

/** "Essential:" alone, "Essential: SQL, R", or a short line that is hardly more than such a word. */
function headingOf(
  content: string,
  reader: Reader,
): { section: Section; whole: boolean; length: number } | null {
  const colon = content.indexOf(':');
  const words = colon < 0 ? content : content.slice(0, colon);
  if (words.length > LONGEST_HEADING) return null;
  const section = { aside: reader.isAside(words), necessity: reader.necessity(words) };
  const says = section.aside || section.necessity !== null;
  if (colon < 0) {
    const most = (section.necessity?.word ?? '').split(/\s+/).length + 2;
    const bare = !/[.!?;,]/.test(content) && /^\p{Lu}/u.test(content) && content.split(/\s+/).length <= most;
    return says && bare ? { section, whole: true, length: 0 } : null;
  }
  const whole = colon === content.length - 1;
  return whole || says ? { section: says ? section : PLAIN, whole, length: colon + 1 } : null;
}

function* inSentences(text: string, { start, end }: Span): Generator<Span> {
  let from = start;
  for (const { index, 0: stop } of text.slice(start, end).matchAll(/(?<![.!?;])[.!?;]+(?=\s)/gu)) {
    const at = start + index;
    if (abbreviation.test(text.slice(Math.max(from, at - 10), at))) continue;
    if (from < at) yield { start: from, end: at };
    from = at + stop.length;
  }
  if (from < end) yield { start: from, end };
}

/** Cuts a long sentence after a comma or, where there is none, after a word. */
function* inPieces(text: string, { start, end }: Span): Generator<Span> {
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    const window = text.slice(from, from + LONGEST_SENTENCE);
    const comma = window.lastIndexOf(', ');
    const space = window.lastIndexOf(' ');
    const length = comma > LONGEST_SENTENCE / 3 ? comma + 1 : space > 0 ? space : LONGEST_SENTENCE;
    yield { start: from, end: from + length };
    from += length;
  }
  if (from < end) yield { start: from, end };
}

function cuesOf(text: string, whole: Span, section: Section, reader: Reader): Sentence['cuesAt'] {
  const sentence = text.slice(whole.start, whole.end);
  const joints = [...sentence.matchAll(reader.joint)].map(({ index, 0: joint }) => ({
    start: whole.start + index,
    end: whole.start + index + joint.length,
  }));
  const said: Cues = { necessity: reader.necessity(sentence), level: reader.level(sentence) };
  return (span) => {
    const before = joints.findLast(({ end }) => end <= span.start)?.end ?? whole.start;
    const after = joints.find(({ start }) => start >= span.end)?.start ?? whole.end;
    const clause = text.slice(before, after);
    return {
      necessity: reader.necessity(clause) ?? said.necessity ?? section.necessity,
      level: reader.level(clause) ?? said.level,
    };
  };
}
