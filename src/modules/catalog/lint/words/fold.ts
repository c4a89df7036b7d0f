/** A text in lower case without accents and punctuation, single spaces between words: for comparing, never for showing. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();

/** Whether a folded text begins with a folded phrase, as whole words. */
export const beginsWith = (text: string, phrase: string): boolean =>
  text === phrase || text.startsWith(`${phrase} `);

export const endsWith = (text: string, phrase: string): boolean =>
  text === phrase || text.endsWith(` ${phrase}`);

/** How many letters must be added, left out or changed to turn one word into the other; stops counting above `limit`. */
export function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const changed = (above[at - 1] ?? 0) + (one[row - 1] === other[at - 1] ? 0 : 1);
      here.push(Math.min(changed, (above[at] ?? 0) + 1, (here[at - 1] ?? 0) + 1));
    }
    above = here;
  }
  return Math.min(above[other.length] ?? 0, limit + 1);
}
