import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  actAs,
  checkChoice,
  type KnownPerson,
  MYSELF,
} from '../../../src/modules/identity/sign-in/acting.ts';
import { networkOf } from '../../../src/modules/identity/sign-in/attempts.ts';
import { asLearner, asMember, ROLES, type Role, type Viewer } from '../../../src/modules/identity/viewer.ts';

const roles = fc.uniqueArray(fc.constantFrom<Role>(...ROLES.filter((role) => role !== 'LEARNER')), {
  minLength: 1,
});
const person: fc.Arbitrary<KnownPerson> = fc.record({
  id: fc.uuid(),
  account: fc.uuid(),
  issuer: fc.constant('https://login.example'),
  learnerId: fc.option(fc.uuid()),
  memberships: fc.uniqueArray(fc.record({ organizationId: fc.uuid(), roles }), {
    selector: ({ organizationId }) => organizationId,
    maxLength: 4,
  }),
});
const waysOf = ({ memberships, learnerId }: KnownPerson) => [
  ...memberships.map(({ organizationId }) => organizationId),
  ...(learnerId ? [MYSELF] : []),
];
const refusal = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error as { code: string; details: Record<string, unknown> };
  }
  return null;
};

describe('a person', () => {
  test('acts exactly where the header says, with all the roles held there and no other', () => {
    fc.assert(
      fc.property(person, fc.nat(), (known, pick) => {
        const ways = waysOf(known);
        fc.pre(ways.length > 0);
        const way = ways[pick % ways.length];
        const viewer = actAs(known, way);
        const membership = known.memberships.find(({ organizationId }) => organizationId === way);
        expect(viewer.organizationId).toBe(membership ? way : null);
        expect(viewer.learnerId).toBe(membership ? null : known.learnerId);
        expect(new Set(viewer.roles ?? [viewer.role])).toEqual(new Set(membership?.roles ?? ['LEARNER']));
        for (const role of ROLES.filter((role) => role !== 'LEARNER')) {
          const holds = membership?.roles.includes(role) ?? false;
          expect(refusal(() => asMember(viewer, role))?.code).toBe(holds ? undefined : 'FORBIDDEN');
        }
      }),
    );
  });

  test('without a header acts in the only way there is, and with several in none', () => {
    fc.assert(
      fc.property(person, (known) => {
        const ways = waysOf(known);
        const viewer = actAs(known, undefined);
        expect(viewer.role === null).toBe(ways.length !== 1);
        const refused = refusal(() => asLearner({ ...viewer, learnerId: null }));
        expect(refused?.code).toBe('FORBIDDEN');
        expect(refused?.details['reason']).toBe(ways.length > 1 ? 'CHOOSE_ORGANIZATION' : undefined);
        if (ways.length > 1) expect(refused?.details['header']).toBe('X-Organization');
      }),
    );
  });

  test('is refused any other organisation in the same words, be it there or not', () => {
    fc.assert(
      fc.property(person, fc.uuid(), (known, other) => {
        expect(refusal(() => actAs(known, other))).toMatchObject({
          code: 'FORBIDDEN',
          details: { reason: 'NOT_A_MEMBER' },
        });
      }),
    );
  });
});

test('a key may name its own organisation and no other', () => {
  const key: Viewer = { role: 'EMPLOYER', organizationId: 'a', learnerId: null, keyId: 'k' };
  expect(refusal(() => checkChoice(key, undefined))).toBeNull();
  expect(refusal(() => checkChoice(key, 'a'))).toBeNull();
  expect(refusal(() => checkChoice(key, 'b'))?.code).toBe('FORBIDDEN');
  expect(refusal(() => checkChoice(key, MYSELF))?.code).toBe('FORBIDDEN');
});

test('an anonymous caller is told to sign in, and which role would do', () => {
  const anonymous: Viewer = { role: null, organizationId: null, learnerId: null, keyId: null };
  expect(refusal(() => asMember(anonymous, 'EMPLOYER'))).toMatchObject({
    code: 'UNAUTHENTICATED',
    details: { roles: ['EMPLOYER'] },
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the source %s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
