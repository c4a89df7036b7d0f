const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Midnight UTC of that day: the sample world is dated from it, so that expired stays expired and fresh stays fresh. */
export const dayOf = (now: Date): Date => new Date(Math.floor(now.getTime() / DAY) * DAY);

/** So many days before a day, at a working hour. */
export const daysBefore = (day: Date, days: number, hour = 10): Date =>
  new Date(day.getTime() - days * DAY + hour * HOUR);

/** So many calendar months before (or, negative, after) an instant; at most the last day of that month. */
export function monthsBefore(instant: Date, months: number): Date {
  const moved = new Date(instant);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(instant.getUTCDate(), lastDay));
  return moved;
}
