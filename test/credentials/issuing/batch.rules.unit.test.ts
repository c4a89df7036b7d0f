import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ROW_ATTEMPTS, readRow, settledBy } from '../../../src/modules/credentials/issuing/batch.rules.ts';
import { CSV_COLUMNS, readAwards } from '../../../src/modules/credentials/issuing/batch-csv.ts';
import { DomainError, invalidInput } from '../../../src/platform/errors.ts';

const cell = fc.string({ maxLength: 20 }).map((text) => text.trim());
const columns = fc.uniqueArray(fc.constantFrom(...CSV_COLUMNS), { minLength: 1 });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('a table of awards', () => {
  test('says of each line what its cells say, whatever stands in them', () => {
    const table = columns.chain((names) =>
      fc.record({
        names: fc.constant(names),
        lines: fc.array(fc.array(cell, { minLength: names.length, maxLength: names.length }), {
          maxLength: 5,
        }),
        by: fc.constantFrom(',', ';'),
      }),
    );
    fc.assert(
      fc.property(table, ({ names, lines, by }) => {
        const csv = [names, ...lines].map((line) => line.map(quoted).join(by)).join('\r\n');
        const said = lines
          .filter((line) => line.some((text) => text !== ''))
          .map((line) => Object.fromEntries(names.map((name, at) => [name, line[at] || null])));
        expect(readAwards(csv)).toEqual(said);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['a column nobody knows', 'email,phone\na@b.org,1'],
    ['a column twice', 'email,email\na@b.org,a@b.org'],
    ['a line that is longer than the first', 'email\na@b.org,c'],
    ['a quote that never ends', 'email\n"a@b.org'],
  ])('is refused with %s', (_, csv) => {
    expect(() => readAwards(csv)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});

describe('a row', () => {
  test('is an award, or says what is wrong with it, and never anything else', () => {
    const input = fc.record(
      Object.fromEntries([...CSV_COLUMNS, 'odd'].map((name) => [name, fc.option(fc.string())])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(input, (row) => {
        const read = readRow(row);
        if (read instanceof DomainError) expect(read).toMatchObject({ code: 'INVALID_INPUT' });
        else expect(['DIRECT', 'ASSESSED']).toContain(read.via);
      }),
    );
  });

  test('takes dates and instants, and a result by itself', () => {
    expect(readRow({ email: ' A@b.org ', awardedAt: '2026-05-01', badgeVersionId: 'all' })).toMatchObject({
      via: 'DIRECT',
      badgeVersionId: 'all',
      recipient: { email: 'A@b.org' },
      awardedAt: new Date('2026-05-01T00:00:00Z'),
    });
    expect(readRow({ resultId: 'r' })).toEqual({ via: 'ASSESSED', resultId: 'r' });
    expect(readRow({ resultId: 'r', email: 'a@b.org' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(readRow({ email: 'a@b.org' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(readRow({ email: 'a@b.org', awardedAt: 'May', badgeVersionId: 'all' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('what became of a row', () => {
  const since = new Date('2026-05-01T00:00:00Z');
  const at = (attempts: number) => ({ position: 7, attempts, since });

  test('is issued when its credential is of this batch, and existed when it is older', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), fc.boolean(), (issuedAt, created) => {
        const settled = settledBy({ id: 'c', learnerId: 'l', status: 'ACTIVE', issuedAt, created }, at(1));
        expect(settled).toMatchObject({ position: 7, credentialId: 'c', code: null });
        expect(settled?.state).toBe(created || issuedAt >= since ? 'ISSUED' : 'EXISTED');
      }),
    );
  });

  test('is refused at once for a fault of its own, and after some tries for another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), (attempts) => {
        const own = { refused: invalidInput('row.email', 'is none.', { reason: 'RECIPIENT' }) };
        expect(settledBy(own, at(attempts))).toMatchObject({ state: 'FAILED', reason: 'RECIPIENT' });
        const other = settledBy({ refused: new Error('lost') }, at(attempts));
        if (attempts < ROW_ATTEMPTS) expect(other).toBeNull();
        else expect(other).toMatchObject({ state: 'FAILED', code: 'INTERNAL' });
      }),
    );
  });
});
