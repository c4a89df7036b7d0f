import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TrustAnswer } from '../../../src/modules/credentials/verification/report.ts';
import { lookupIn, type TrustRegistry } from '../../../src/modules/credentials/verification/trust.ts';
import {
  bestOf,
  coveredBy,
  coversAll,
  narrowed,
  trustFinding,
  type VouchedScope,
} from '../../../src/modules/credentials/verification/vouching.ts';

const ESCO = 'http://data.europa.eu/esco/';
const skill = (targetUrl: string) => ({
  targetName: 'a skill',
  targetUrl,
  targetFramework: 'ESCO',
  targetCode: null,
});
const nursing = skill(`${ESCO}skill/1`);
const step = (level: number) => skill(`http://data.europa.eu/snb/eqf/${level}`);
const elsewhere = skill('https://frames.example/skills/9');

const address = fc.constantFrom(
  'http://data.europa.eu/esco/',
  'http://data.europa.eu/esco/skill',
  'http://data.europa.eu/esco/skill/1',
  'http://data.europa.eu/escort',
  'https://frames.example/skills/',
  'https://frames.example/skills/9',
);
const scopes: fc.Arbitrary<Required<VouchedScope>> = fc.record({
  frameworks: fc.option<string[]>(fc.array(address, { maxLength: 3 })),
  levels: fc.option(fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 3 })),
});
const targets = fc.array(
  fc
    .oneof(
      address,
      fc.integer({ min: 1, max: 8 }).map((level) => step(level).targetUrl),
    )
    .map(skill),
  { maxLength: 5 },
);

describe('what a registry vouches for', () => {
  test('is by the address of a framework, never by what its name is said to be', () => {
    expect(coveredBy({ frameworks: [ESCO] }, [nursing, elsewhere])).toEqual([true, false]);
    expect(coversAll({ frameworks: ['http://data.europa.eu/esc'] }, [nursing])).toBe(false);
    expect(coversAll({ frameworks: ['http://data.europa.eu/esco'] }, [nursing])).toBe(true);
  });

  test('at some levels holds for a credential that states one of these alone', () => {
    const limited = { levels: [3, 4] };
    expect(coversAll(limited, [nursing, step(4)])).toBe(true);
    expect(coversAll(limited, [nursing, step(5)])).toBe(false);
    expect(coversAll(limited, [nursing, step(4), step(5)])).toBe(false);
    expect(coversAll(limited, [nursing])).toBe(false);
    expect(coversAll(limited, [])).toBe(false);
  });

  test('in some frameworks is nothing for a credential that shows no skill of them', () => {
    expect(coversAll({ frameworks: [ESCO] }, [])).toBe(false);
    expect(coversAll({ frameworks: [ESCO] }, [step(4)])).toBe(false);
    expect(coversAll({}, [])).toBe(true);
  });

  test('under two limits at once is what both allow', () => {
    fc.assert(
      fc.property(scopes, scopes, targets, (one, other, alignments) => {
        const together = coveredBy(narrowed(one, other), alignments);
        const [a, b] = [coveredBy(one, alignments), coveredBy(other, alignments)];
        expect(together).toEqual(alignments.map((_, i) => a[i] && b[i]));
      }),
      { numRuns: 300 },
    );
  });

  test('grows with its limits', () => {
    fc.assert(
      fc.property(scopes, targets, (scope, alignments) => {
        const all = coversAll(scope, alignments);
        expect(coversAll({}, alignments)).toBe(true);
        if (all) expect(coversAll({ ...scope, levels: null }, alignments)).toBe(true);
        if (all) expect(coversAll({ ...scope, frameworks: null }, alignments)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('several registries', () => {
  const answer = (registry: string, more: Partial<TrustAnswer> = {}): TrustAnswer => ({
    status: 'KNOWN',
    registry,
    scope: null,
    governanceUrl: null,
    name: null,
    ...more,
  });
  const saying = (said: TrustAnswer): TrustRegistry => ({
    name: said.registry ?? '',
    lookup: async () => said,
  });
  const narrow = answer('Narrow', { frameworks: [ESCO] });

  test('the one that vouches for all of a credential answers, else the first that knows its issuer', async () => {
    const registries = [saying(narrow), saying(answer('Wide'))];
    expect(await lookupIn(registries, 'did:web:x', [nursing])).toMatchObject({ registry: 'Narrow' });
    expect(await lookupIn(registries, 'did:web:x', [elsewhere])).toMatchObject({ registry: 'Wide' });
    expect(await lookupIn(registries.slice(0, 1), 'did:web:x', [elsewhere])).toEqual(narrow);
    expect(bestOf([answer('Away', { status: 'UNREACHABLE' })], [])).toBeNull();
  });

  test('an issuer that is known for less than it claims is no pass', () => {
    expect(trustFinding(narrow, [nursing])).toEqual({ outcome: 'PASS', reason: 'Narrow knows the issuer.' });
    expect(trustFinding({ ...narrow, levels: [2] }, [elsewhere])).toEqual({
      outcome: 'COULD_NOT_CHECK',
      reason: `Narrow knows the issuer, but vouches only for skills of ${ESCO} and EQF levels 2; this is more, or does not say.`,
    });
  });
});
