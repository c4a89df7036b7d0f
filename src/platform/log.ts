import pino from 'pino';

export type Log = pino.Logger;

/** Structured logs, one JSON object a line. Personal data, keys and documents never go into one. */
export const createLog = (level: string): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
