/** Whole months that passed between two instants, counted on the UTC calendar; 0 if none did, or if `then` lies ahead. */
export function wholeMonths(then: number, now: number): number {
  const from = new Date(then);
  const to = new Date(now);
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return Math.max(0, withinMonth(to) < withinMonth(from) ? months - 1 : months);
}

/** Milliseconds since the first of the month. */
function withinMonth(date: Date): number {
  return date.getTime() - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}
