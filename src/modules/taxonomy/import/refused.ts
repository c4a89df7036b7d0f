import { DomainError } from '../../../platform/errors.ts';

/** Where in an input something stands: the file as the user named it, and the line, counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** An input that cannot be imported. Nothing was written: the sentence names the file, what is wrong and the way out. */
export const refused = (file: string, problem: string, fix: string, cause?: unknown): DomainError =>
  new DomainError(
    'INVALID_INPUT',
    `${file} ${problem}. ${fix}`,
    { reason: 'IMPORT_REFUSED', file },
    ...(cause === undefined ? [] : [{ cause }]),
  );
