import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { BADGE_RULES } from '../../../src/modules/catalog/lint/badge-rules.ts';
import { PROFILE_RULES } from '../../../src/modules/employers/lint/profile-rules.ts';

const rows = readFileSync('docs/guides/linting.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const rules = [...BADGE_RULES, ...PROFILE_RULES];

test('the guide lists every rule with its severity and part, and no other', () => {
  const listed = rows
    .filter(([, , severity]) => /^`(ERROR|WARNING|ADVICE)`$/.test(severity ?? ''))
    .map(([, id, severity, part]) => [id, severity, part]);
  const there = rules.map(({ id, severity, part }) => [`\`${id}\``, `\`${severity}\``, `\`${part}\``]);
  expect(listed.sort()).toEqual(there.sort());
});

test('what the guide says of the standards names rules that exist', () => {
  const cells = rows
    .filter(([, standard]) => /^(Annex I|Open Badges|CTDL)/.test(standard ?? ''))
    .map(([, , , where]) => where ?? '');
  expect(cells.filter((where) => where !== '').length).toBeGreaterThan(20);
  const named = cells.flatMap((where) =>
    [...where.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, id]) => id ?? ''),
  );
  expect(named.length).toBeGreaterThan(15);
  const ids = new Set(rules.map(({ id }) => id));
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});
