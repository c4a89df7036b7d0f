import { emptyLexicon, type Lexicon } from '../../taxonomy/search/lexicon.ts';
import { fold, isSmallWord } from '../../taxonomy/search/words.ts';
import type { SearchService } from '../../taxonomy/search.service.ts';
import { TODAY } from '../../taxonomy/taxonomy.records.ts';
import { shown, type Unplaced } from './draft.ts';
import type { Reading } from './drafting.rules.ts';
import type { Read } from './from-text.ts';
import { mentionsIn, type Named } from './naming.ts';
import { LONGEST_SENTENCE, type Sentence, sentencesOf } from './sentences.ts';

/** So many sentences are looked up for one request; a job description has a few dozen. */
const MOST_SENTENCES = 100;
const AT_ONCE = 4;

interface Candidates {
  readonly found: readonly Named[];
  readonly lexicon: Lexicon;
}

/** Reads texts for the skills they name. One for each request: it keeps the count of what was looked up. */
export class TextReader {
  private left = MOST_SENTENCES;
  private readonly asked = new Map<string, Promise<Candidates>>();

  constructor(
    private readonly search: SearchService,
    private readonly reading: Reading,
  ) {}

  /** What a text names, and which parts of it were not read. */
  async read(field: string, text: string): Promise<{ reads: Read[]; unplaced: Unplaced[] }> {
    const { sentences, asides } = sentencesOf(text, this.reading.language);
    const unplaced = asides.map(({ start, end }) => ({
      path: `${field}[${start}–${end}]`,
      value: shown(text.slice(start, end)),
      reason: 'speaks of the employer or the offer, not of what is asked.',
    }));
    const looked = sentences.slice(0, this.left);
    const [unread] = sentences.slice(this.left);
    this.left -= looked.length;
    if (unread)
      unplaced.push({
        path: `${field}[${unread.start}–${text.length}]`,
        value: shown(text.slice(unread.start)),
        reason: `was not read: more than ${MOST_SENTENCES} sentences.`,
      });
    const reads: Read[] = [];
    for (let at = 0; at < looked.length; at += AT_ONCE) {
      const some = looked.slice(at, at + AT_ONCE).map((sentence) => this.inSentence(field, text, sentence));
      reads.push(...(await Promise.all(some)).flat());
    }
    return { reads, unplaced };
  }

  /** What one short name, such as an entry of a list of skills, comes closest to. `about` is what else is said of it. */
  async readName(
    field: string,
    name: string,
    about: string | null,
  ): Promise<{ reads: Read[]; unplaced: Unplaced[] }> {
    const { reads, unplaced } = await this.read(field, name.slice(0, LONGEST_SENTENCE));
    const [said] = about === null ? [] : sentencesOf(about, this.reading.language).sentences;
    const own = said?.cuesAt(said);
    const withCues = reads.map((read) => ({
      ...read,
      cues: {
        necessity: own?.necessity ?? read.cues.necessity,
        level: own?.level ?? read.cues.level,
      },
    }));
    return { reads: withCues, unplaced };
  }

  private async inSentence(field: string, text: string, sentence: Sentence): Promise<Read[]> {
    const words = text.slice(sentence.start, sentence.end);
    const { found, lexicon } = await this.candidatesFor(words);
    return mentionsIn(words, sentence.start, found, lexicon)
      .filter(({ score }) => score >= this.reading.leastScore)
      .map((mention) => ({ mention, field, text, cues: sentence.cuesAt(mention) }));
  }

  /** What the index finds for the telling words of a sentence; each set of words is asked for once. */
  private candidatesFor(sentence: string): Promise<Candidates> {
    const telling = [...new Set(fold(sentence).split(' '))].filter(
      (word) => !isSmallWord(word) && /[\p{L}\p{N}]/u.test(word),
    );
    const asked = telling.sort().join(' ');
    const known = this.asked.get(asked) ?? this.ask(asked);
    this.asked.set(asked, known);
    return known;
  }

  private async ask(words: string): Promise<Candidates> {
    const { language, framework } = this.reading;
    if (words === '') return { found: [], lexicon: emptyLexicon(language) };
    const { found, lexicon } = await this.search.indexed(words, language, {
      kinds: ['Skill'],
      framework,
      filter: { asOf: TODAY, skillType: null, reuseLevel: null, jobZone: null, broader: null },
    });
    return { lexicon, found: found.map(({ concept, text }) => ({ ...text, uri: concept.uri })) };
  }
}
