/** Fewer people than this are not counted out loud: somebody who knows a few of them could tell who they are. */
export const CROWD = 10;
const STEP = 5;

/**
 * A number of people, or of what belongs to them, as it may be said: null for fewer than 10 people, else to the nearest multiple of 5.
 * `people` is how many it is about, when what is counted is not people.
 */
export const crowdCount = (count: number, people = count): number | null =>
  people < CROWD ? null : Math.round(count / STEP) * STEP;
