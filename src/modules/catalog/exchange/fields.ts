import { cleanText, distinctOf, isObject, type Json, type JsonObject, listOf } from './document.ts';
import { type LossBook, pointer } from './loss.ts';

/** A text and its language; null where the document does not say which. */
export interface LanguageText {
  readonly language: string | null;
  readonly text: string;
}

/** A plain string, a language map, `{@value, @language}` or a list of these: all the texts it holds. */
export function textsIn(value: Json | undefined): LanguageText[] {
  return listOf(value).flatMap((each): LanguageText[] => {
    if (!isObject(each)) {
      const text = typeof each === 'number' ? String(each) : cleanText(each);
      return text === null ? [] : [{ language: null, text }];
    }
    if ('@value' in each)
      return textsIn(each['@value']).map(({ text }) => ({ language: tag(each['@language']), text }));
    return Object.entries(each)
      .filter(([name]) => !name.startsWith('@'))
      .flatMap(([language, inner]) => textsIn(inner).map(({ text }) => ({ language: tag(language), text })));
  });
}

const tag = (value: unknown): string | null => cleanText(value)?.toLowerCase() ?? null;

/** The members of one JSON object; what nobody took in the end had no place. */
export class Fields {
  private readonly taken = new Set<string>();

  constructor(
    /** Where the object stands: a JSON pointer. */
    readonly place: string,
    private readonly members: ReadonlyMap<string, { readonly name: string; readonly value: Json }>,
    private readonly book: LossBook,
  ) {}

  static of(value: JsonObject, place: string, book: LossBook): Fields {
    return new Fields(
      place,
      new Map(Object.entries(value).map(([name, inner]) => [name, { name, value: inner }])),
      book,
    );
  }

  take(name: string): Json | undefined {
    this.taken.add(name);
    return this.members.get(name)?.value;
  }

  has(name: string): boolean {
    return this.members.has(name);
  }

  at(name: string, ...inner: readonly (string | number)[]): string {
    return `${this.place}${pointer(this.members.get(name)?.name ?? name, ...inner)}`;
  }

  lose(name: string, why: string, severity: 'INFO' | 'WARNING' | 'ERROR' = 'WARNING'): void {
    const value = this.take(name);
    if (value !== undefined && value !== null) this.book.note(this.at(name), value, why, severity);
  }

  /** The text in the first of these languages that there is, else without a language, else in English, else any; others are noted as lost. */
  text(name: string, languages: readonly string[] = []): string | null {
    const texts = textsIn(this.take(name));
    const wanted = [...languages, null, 'en'];
    const chosen =
      wanted
        .map((language) => texts.find((each) => each.language === language))
        .find((found) => found !== undefined) ?? texts[0];
    const others = texts.filter((each) => each !== chosen && each.text !== chosen?.text);
    if (others.length > 0)
      this.book.note(
        this.at(name),
        this.members.get(name)?.value,
        'Only one text is kept here; the others are left out.',
      );
    return chosen?.text ?? null;
  }

  /** All texts, without their languages, each once. */
  textList(name: string): string[] {
    return distinctOf(textsIn(this.take(name)).map(({ text }) => text));
  }

  number(name: string): number | null {
    const [value] = textsIn(this.take(name));
    const number = value === undefined ? Number.NaN : Number(value.text);
    if (value !== undefined && Number.isNaN(number))
      this.book.note(this.at(name), this.members.get(name)?.value, 'It is not a number.');
    return Number.isNaN(number) ? null : number;
  }

  boolean(name: string): boolean | null {
    const value = this.take(name);
    return typeof value === 'boolean' ? value : null;
  }

  /** Notes what nobody took. */
  finish(why: string): void {
    for (const [name, { value }] of this.members)
      if (!this.taken.has(name) && value !== null) this.book.note(this.at(name), value, why);
  }
}
