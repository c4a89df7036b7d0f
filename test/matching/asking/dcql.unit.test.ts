import { expect, test } from '@jest/globals';
import { DcqlQuery } from 'dcql';
import fc from 'fast-check';
import { dcqlOf, skillsAsked } from '../../../src/modules/matching/asking/dcql.ts';

const requirements = fc.array(
  fc.record({ skill: fc.webUrl(), exact: fc.array(fc.webUrl(), { maxLength: 3 }) }),
  { minLength: 1, maxLength: 6 },
);

test('what a role needs is a query the library of DCQL takes, for exactly the skills that answer it', () => {
  fc.assert(
    fc.property(requirements, (asked) => {
      const query = DcqlQuery.parse(
        dcqlOf(asked, 'https://credentials.example/credential-types/open-badge') as DcqlQuery.Input,
      );
      expect(() => DcqlQuery.validate(query)).not.toThrow();
      const wanted = new Set(asked.flatMap(({ skill, exact }) => [skill, ...exact]));
      expect(new Set(skillsAsked(asked))).toEqual(wanted);
      const [badges] = query.credentials;
      expect(badges).toMatchObject({ format: 'dc+sd-jwt', claims: [{ values: skillsAsked(asked) }] });
    }),
    { numRuns: 100 },
  );
});
