import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PROPOSAL_DECISIONS } from '../../../src/modules/catalog/co-creation/co-creation.records.ts';
import {
  coCreationRules,
  decisionRules,
} from '../../../src/modules/catalog/co-creation/co-creation.rules.ts';

const now = new Date('2026-05-01T12:00:00Z');
const maybe = <T>(value: T) => fc.option(fc.constant(value), { nil: null });
const proposal = fc.record({
  statement: fc.constant('Plans a network.'),
  jobTitle: fc.constant('Network engineer'),
  organizationId: maybe('org-1'),
  organizationName: maybe('A small company'),
  decision: fc.constantFrom(...PROPOSAL_DECISIONS),
  reason: maybe('Too narrow.'),
  outcomeId: maybe('outcome-1'),
});

describe('a proposal', () => {
  test('names one organisation, an outcome exactly when it was taken up, and why when it was not as it was', () => {
    fc.assert(
      fc.property(proposal, (one) => {
        const oneOrganization = (one.organizationId === null) !== (one.organizationName === null);
        const taken = one.decision === 'ADOPTED' || one.decision === 'ADAPTED';
        const outcome = taken === (one.outcomeId !== null);
        const why = one.reason !== null || one.decision === 'OPEN' || one.decision === 'ADOPTED';
        const { success } = coCreationRules(now).safeParse({
          title: 'Session',
          heldAt: now,
          proposals: [one],
        });
        expect(success).toBe(oneOrganization && outcome && why);
      }),
    );
  });

  test('is decided as something', () => {
    expect(decisionRules.safeParse({ decision: 'OPEN' }).success).toBe(false);
    expect(decisionRules.safeParse({ decision: 'ADOPTED', outcomeId: 'o' }).success).toBe(true);
  });
});

test('a session is recorded after it was held, with what was proposed', () => {
  const session = (heldAt: string, proposals: object[]) =>
    coCreationRules(now).safeParse({ title: 'Session', heldAt: new Date(heldAt), proposals }).success;
  const one = { statement: 'Plans.', jobTitle: 'Engineer', organizationName: 'A company' };
  expect(session('2026-05-01T12:00:00Z', [one])).toBe(true);
  expect(session('2026-05-01T12:00:01Z', [one])).toBe(false);
  expect(session('2026-04-01T12:00:00Z', [])).toBe(false);
});
