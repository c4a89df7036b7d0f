/**
 * Shares `total` points out in proportion to whole-number weights, by largest remainder; what is equal is settled by key, so that
 * the order of the requirements is irrelevant. The shares add up to exactly `total`.
 */
export function sharePoints(entries: readonly { key: string; weight: number }[], total: number): number[] {
  const sum = entries.reduce((all, entry) => all + entry.weight, 0);
  const shares = entries.map((entry) => Math.floor((entry.weight * total) / sum));
  const left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = entries
    .map((entry, index) => ({ index, key: entry.key, remainder: (entry.weight * total) % sum }))
    .sort((a, b) => b.remainder - a.remainder || (a.key < b.key ? -1 : 1));
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
