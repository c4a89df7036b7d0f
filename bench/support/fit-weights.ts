/** One question: the signals of its candidates, and which of them are right. */
export interface Fitted {
  readonly signals: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

/** How much each signal should count so that right answers stand first: softmax over the candidates of a question, Adam, a little weight decay; none may count against. */
export function fitWeights(questions: readonly Fitted[], size: number, rounds = 80): number[] {
  const usable = questions.filter(({ right }) => right.includes(true));
  const weights = new Array<number>(size).fill(0);
  const mean = new Array<number>(size).fill(0);
  const square = new Array<number>(size).fill(0);
  let step = 0;
  for (let round = 0; round < rounds; round += 1)
    for (let from = 0; from < usable.length; from += 50) {
      const batch = usable.slice(from, from + 50);
      const gradient = new Array<number>(size).fill(0);
      for (const { signals, right } of batch) {
        const scores = signals.map((row) =>
          row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0),
        );
        const top = Math.max(...scores);
        const odds = scores.map((score) => Math.exp(score - top));
        const all = odds.reduce((sum, value) => sum + value, 0);
        const good = odds.reduce((sum, value, j) => sum + (right[j] ? value : 0), 0);
        for (const [j, row] of signals.entries()) {
          const push = (odds[j] ?? 0) / all - (right[j] ? (odds[j] ?? 0) / good : 0);
          if (Math.abs(push) > 1e-6)
            for (const [i, value] of row.entries()) gradient[i] = (gradient[i] ?? 0) + push * value;
        }
      }
      step += 1;
      for (let i = 0; i < size; i += 1) {
        const slope = (gradient[i] ?? 0) / batch.length + 1e-3 * (weights[i] ?? 0);
        mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * slope;
        square[i] = 0.999 * (square[i] ?? 0) + 0.001 * slope * slope;
        const move =
          (mean[i] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((square[i] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
        const next = (weights[i] ?? 0) - 0.05 * (1 - round / rounds) * move;
        weights[i] = Math.max(0, next);
      }
    }
  return weights;
}
