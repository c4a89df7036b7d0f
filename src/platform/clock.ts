/** Where the time comes from. Rules take an instant as an argument; only services ask the clock. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
