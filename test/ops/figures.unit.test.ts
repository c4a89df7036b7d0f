import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percentile, sample, table } from '../../bench/support/figures.ts';

describe('the figures of a benchmark', () => {
  it('stand in a Markdown table with numbers to the right', () => {
    expect(
      table([
        { way: 'one statement', 'p50 ms': 3.24159, rows: 50 },
        { way: 'per item', 'p50 ms': 123456.7, rows: 50 },
      ]),
    ).toBe(
      [
        '| way           | p50 ms | rows |',
        '| ------------- | -----: | ---: |',
        '| one statement |  3.242 |   50 |',
        '| per item      | 123457 |   50 |',
      ].join('\n'),
    );
  });

  it('leave a cell empty that a row does not have', () => {
    expect(table([{ a: 'x' }, { b: 1 }])).toContain('| x   |     |');
  });

  it('have percentiles that are samples, with at least that share at or below', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (samples, share) => {
          const value = percentile(samples, share);
          expect(samples).toContain(value);
          expect(samples.filter((each) => each <= value).length).toBeGreaterThanOrEqual(
            share * samples.length,
          );
        },
      ),
    );
  });

  it('count only the runs after the warm-up', async () => {
    let runs = 0;
    const samples = await sample(
      4,
      async () => {
        runs += 1;
      },
      2,
    );
    expect([samples.length, runs]).toEqual([4, 6]);
  });
});
