import type { SearchService } from '../../taxonomy/search.service.ts';
import { TODAY } from '../../taxonomy/taxonomy.records.ts';
import { shown, type Unplaced } from './draft.ts';
import type { Reading } from './drafting.rules.ts';
import type { Read } from './from-text.ts';
import { mentionsIn } from './naming.ts';
import { LONGEST_SENTENCE, type Sentence, sentencesOf } from './sentences.ts';

/** So many sentences are looked up for one request; a job description has a few dozen. */
const MOST_SENTENCES = 150;
const AT_ONCE = 4;

/** Reads texts for the skills they name. One for each request: it keeps the count of what was looked up. */
export class TextReader {
  private left = MOST_SENTENCES;

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
  async readName(field: string, name: string, about: string | null): Promise<Read[]> {
    const { reads } = await this.read(field, name.slice(0, LONGEST_SENTENCE));
    if (about === null) return reads;
    const [said] = sentencesOf(about, this.reading.language).sentences;
    const cues = said?.cuesAt(said);
    return reads.map((read) => ({
      ...read,
      cues: {
        necessity: cues?.necessity ?? read.cues.necessity,
        level: cues?.level ?? read.cues.level,
      },
    }));
  }

  private async inSentence(field: string, text: string, sentence: Sentence): Promise<Read[]> {
    const { language, framework, leastScore } = this.reading;
    const words = text.slice(sentence.start, sentence.end);
    const { found, lexicon } = await this.search.indexed(words, language, {
      kinds: ['Skill'],
      framework,
      filter: { asOf: TODAY, skillType: null, reuseLevel: null, jobZone: null, broader: null },
    });
    const candidates = found.map(({ concept, text: named }) => ({ ...named, uri: concept.uri }));
    return mentionsIn(words, sentence.start, candidates, lexicon)
      .filter(({ score }) => score >= leastScore)
      .map((mention) => ({ mention, field, text, cues: sentence.cuesAt(mention) }));
  }
}
