import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ORGANIZATION_KINDS,
  type OrganizationKind,
} from '../../../src/modules/identity/organization.repository.ts';
import { checkRotation, type KeyLife, stateOf } from '../../../src/modules/identity/sign-in/api-key.rules.ts';
import {
  ANY_ADMIN,
  administeringRoles,
  clash,
  rolesOpenIn,
} from '../../../src/modules/identity/sign-in/membership.rules.ts';
import { SCOPE_OF_FIELD } from '../../../src/modules/identity/sign-in/scope-table.ts';
import {
  checkSeparation,
  type Duty,
  dutyInTheWay,
} from '../../../src/modules/identity/sign-in/separation.ts';
import { ROLES, SCOPES, type Viewer } from '../../../src/modules/identity/viewer.ts';
import { createSchema } from '../../../src/schema.ts';

const kinds = fc.uniqueArray(fc.constantFrom<OrganizationKind>(...ORGANIZATION_KINDS));

describe('the roles of an organisation', () => {
  test('follow from what it does; nobody is made a learner or platform admin by it', () => {
    fc.assert(
      fc.property(kinds, (kinds) => {
        const open = rolesOpenIn(kinds);
        expect(open).not.toContain('LEARNER');
        expect(open).not.toContain('PLATFORM_ADMIN');
        expect(open.includes('EMPLOYER')).toBe(kinds.includes('EMPLOYER'));
        expect(open.includes('ISSUER_ADMIN')).toBe(
          kinds.some((kind) => kind === 'ISSUER' || kind === 'PROVIDER'),
        );
      }),
    );
  });

  test('have one that administers it, which can be given there', () => {
    fc.assert(
      fc.property(kinds, (kinds) => {
        const [first, ...rest] = administeringRoles(kinds);
        if (kinds.length > 0) expect(rolesOpenIn(kinds)).toContain(first);
        expect([first, ...rest]).toContain('PLATFORM_ADMIN');
        for (const role of administeringRoles(kinds)) expect(ANY_ADMIN).toContain(role);
      }),
    );
  });

  test('keep who reviews from outside apart from who works inside', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), (roles) => {
        const inside = roles.some((role) => ['ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR'].includes(role));
        expect(clash(roles) !== null).toBe(inside && roles.includes('EXTERNAL_REVIEWER'));
      }),
    );
  });
});

describe('rotation', () => {
  const at = fc.date({ min: new Date(1_000), max: new Date(9_000), noInvalidDate: true });
  const life: fc.Arbitrary<KeyLife> = fc.record({ expiresAt: fc.option(at), revokedAt: fc.option(at) });
  test('is for a live key none of whose neighbours is live', () => {
    fc.assert(
      fc.property(life, fc.array(life, { maxLength: 3 }), at, (key, neighbours, now) => {
        const live = (one: KeyLife) => stateOf(one, now) === 'LIVE';
        const rotate = () => checkRotation(key, neighbours, now);
        if (live(key) && !neighbours.some(live)) expect(rotate).not.toThrow();
        else expect(rotate).toThrow();
      }),
    );
  });
});

describe('separation of duties', () => {
  const duty = fc.constantFrom<Duty>('LEARNER', 'ASSESSOR', 'EXTERNAL_REVIEWER', 'KEY_CUSTODIAN');
  const actor = fc.constantFrom('person:a', 'person:b', 'key:k');
  test('lets nobody do two of them for one badge, and lets everybody do one again', () => {
    fc.assert(
      fc.property(duty, actor, fc.array(fc.record({ duty, by: actor })), (wanted, by, done) => {
        const own = done.filter((other) => other.by === by).map((other) => other.duty);
        expect(dutyInTheWay(wanted, [by], done) === null).toBe(own.every((other) => other === wanted));
      }),
    );
  });

  const nobody: Viewer = { role: 'ASSESSOR', organizationId: 'o', learnerId: null, keyId: null };
  const person = { id: 'a', account: 'x', issuer: 'i', learnerId: 'learner-a', mustChoose: false };
  test.each<[string, Viewer, string]>([
    ['a key', { ...nobody, keyId: 'k' }, 'key:k'],
    ['a person', { ...nobody, person }, 'person:a'],
    ['a person who is the learner', { ...nobody, person }, 'learner-a'],
  ])('knows %s again', (_what, viewer, by) => {
    expect(() => checkSeparation(viewer, 'KEY_CUSTODIAN', [{ duty: 'ASSESSOR', by }])).toThrow(
      expect.objectContaining({
        code: 'FORBIDDEN',
        details: expect.objectContaining({ inTheWay: 'ASSESSOR' }),
      }),
    );
    expect(() =>
      checkSeparation(viewer, 'KEY_CUSTODIAN', [{ duty: 'ASSESSOR', by: 'person:b' }]),
    ).not.toThrow();
  });
});

describe('the scopes of keys', () => {
  const schema = createSchema();
  const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap(
    (type) => Object.keys(type?.getFields() ?? {}),
  );
  /** What no key with scopes may ever do: keys, people, consent, and what only a person does for themselves. */
  const closed =
    /^(apiKeys|createApiKey|rotateApiKey|revokeApiKey|members|invitations|invite.*|withdrawInvitation|acceptInvitation|changeMemberRoles|removeMember|createOrganization|grantConsent|withdrawConsent)$/;

  test('name fields that are there', () => {
    expect(Object.keys(SCOPE_OF_FIELD).filter((field) => !fields.includes(field))).toEqual([]);
    for (const scope of Object.values(SCOPE_OF_FIELD)) expect([...SCOPES, null]).toContain(scope);
    expect(new Set(Object.values(SCOPE_OF_FIELD))).toEqual(new Set([...SCOPES, null]));
  });

  test('open no field that manages keys, people or consent', () => {
    expect(Object.keys(SCOPE_OF_FIELD).filter((field) => closed.test(field))).toEqual([]);
  });
});
