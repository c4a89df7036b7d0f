import type { NamedConcept } from './search-cases.ts';

const grams = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}+#]+/u)) {
    if (word === '') continue;
    const padded = ` ${word} `;
    for (let size = 3; size <= 5; size += 1)
      for (let i = 0; i + size <= padded.length; i += 1) {
        const gram = padded.slice(i, i + size);
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
  }
  return counts;
};

interface Postings {
  readonly name: number[];
  readonly weight: number[];
}

/** The baseline: cosine of TF-IDF over letters three to five at a time within words, each name a document; a concept is as good as its best name. */
export function tfIdf(concepts: readonly NamedConcept[]): (query: string) => string[] {
  const names = concepts.flatMap(({ uri, label, alternatives }) =>
    [label, ...alternatives].map((name) => ({ uri, grams: grams(name) })),
  );
  const frequency = new Map<string, number>();
  for (const name of names)
    for (const gram of name.grams.keys()) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const weight = (gram: string, count: number) =>
    (1 + Math.log(count)) * (Math.log((1 + names.length) / (1 + (frequency.get(gram) ?? 0))) + 1);
  const postings = new Map<string, Postings>();
  for (const [i, name] of names.entries()) {
    const weights = [...name.grams].map(([gram, count]) => [gram, weight(gram, count)] as const);
    const length = Math.sqrt(weights.reduce((sum, [, value]) => sum + value * value, 0));
    for (const [gram, value] of weights) {
      const list = postings.get(gram) ?? { name: [], weight: [] };
      postings.set(gram, list);
      list.name.push(i);
      list.weight.push(value / length);
    }
  }
  return (query) => {
    const scores = new Float64Array(names.length);
    for (const [gram, count] of grams(query)) {
      const list = postings.get(gram);
      if (!list) continue;
      const asked = weight(gram, count);
      for (let i = 0; i < list.name.length; i += 1)
        scores[list.name[i] as number] =
          (scores[list.name[i] as number] ?? 0) + asked * (list.weight[i] ?? 0);
    }
    const best = new Map<string, number>();
    for (const [i, score] of scores.entries()) {
      const uri = names[i]?.uri;
      if (uri !== undefined && score > (best.get(uri) ?? 0)) best.set(uri, score);
    }
    return [...best]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, 10)
      .map(([uri]) => uri);
  };
}
