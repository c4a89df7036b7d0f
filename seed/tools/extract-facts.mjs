// Draws the facts of the sample world from the publishers' releases; see seed/README.md for how and when to run it.
//   node seed/tools/extract-facts.mjs --esco <folder>… --onet <folder> --crosswalk <csv> --ddat <csv>
// Descriptions, definitions and notes are never read into the result.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';

const seed = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: from } = parseArgs({
  options: {
    esco: { type: 'string', multiple: true },
    onet: { type: 'string' },
    crosswalk: { type: 'string' },
    ddat: { type: 'string' },
  },
});
if (!from.esco || !from.onet || !from.crosswalk || !from.ddat) {
  console.error(
    'usage: extract-facts.mjs --esco <unpacked folder> (again for each language) --onet <folder> --crosswalk <csv> --ddat <csv>',
  );
  process.exit(2);
}

const csv = (path, options = {}) =>
  parse(readFileSync(path, 'utf8'), {
    bom: true,
    columns: true,
    skip_empty_lines: true,
    relax_column_count: true,
    ...options,
  });
const tsv = (name) =>
  csv(join(from.onet, `${name}.txt`), { delimiter: '\t', quote: null, escape: null });
const escoFiles = from.esco.flatMap((folder) =>
  readdirSync(folder).map((name) => ({ name, path: join(folder, name) })),
);
const esco = (name, language = 'en') => {
  const file = escoFiles.find(
    (f) => f.name === `${name}_${language}.csv` || (language === 'en' && f.name === `${name}.csv`),
  );
  return file && existsSync(file.path) ? csv(file.path) : [];
};
const read = (name) => JSON.parse(readFileSync(join(seed, name), 'utf8'));
const lines = (rows) => `[\n${rows.map((r) => `  ${JSON.stringify(r)}`).join(',\n')}\n]\n`;
const write = (name, text) => writeFileSync(join(seed, name), text);
const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const short = (uri) => uri.replace('http://data.europa.eu/esco/', '');
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const tidy = (text) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
const LONGEST_LABEL = 150; // longer cells are several labels run together
/** The preferred label first, then the others once each: as the importer reads them, so that an import joins what is here. */
const wording = (preferred, others) => {
  const label = tidy(preferred);
  return [label, ...new Set(others.map(tidy).filter((text) => text !== '' && text !== label && text.length <= LONGEST_LABEL))];
};

const selection = read('tools/selection.json');
const mappings = read('mappings.json');

/** The capability framework: skills by name and the level of each that each role level asks. */
function extractDdat() {
  const rows = csv(from.ddat);
  const levels = { Awareness: 2, Working: 4, Practitioner: 5, Expert: 7 };
  const skills = new Map();
  const roles = selection.roles.map(({ role, occupation }) => {
    const found = rows.filter((r) => r.role === role);
    const titles = [...new Set(found.map((r) => r.role_level))];
    return {
      code: slug(role),
      role,
      family: found[0].family,
      occupation: short(occupation),
      levels: titles.map((title) => {
        const own = found.filter((r) => r.role_level === title);
        for (const r of own) skills.set(slug(r.skill), r.skill);
        return {
          code: slug(title),
          title,
          needs: Object.fromEntries(own.map((r) => [slug(r.skill), levels[r.level]])),
        };
      }),
    };
  });
  const list = [...skills]
    .sort(([a], [b]) => byText(a, b))
    .map(([code, label]) => ({ code, label }));
  const text = roles.map((r) => {
    const { levels: own, ...head } = r;
    return `    ${JSON.stringify(head).slice(0, -1)},"levels":[\n${own.map((l) => `      ${JSON.stringify(l)}`).join(',\n')}\n    ]}`;
  });
  write(
    'ddat.json',
    `{\n  "skills": [\n${list.map((s) => `    ${JSON.stringify(s)}`).join(',\n')}\n  ],\n  "roles": [\n${text.join(',\n')}\n  ]\n}\n`,
  );
}

/** The ESCO concepts around the chosen occupations and the mapped skills, with everything above them. */
function extractEsco() {
  const skills = new Map(esco('skills').map((r) => [r.conceptUri, r]));
  const occupations = new Map(esco('occupations').map((r) => [r.conceptUri, r]));
  const iscoGroups = new Map(esco('ISCOGroups').map((r) => [r.conceptUri, r]));
  const skillGroups = new Map(esco('skillGroups').map((r) => [r.conceptUri, r]));
  const groupCodes = new Map();
  for (const r of esco('skillsHierarchy'))
    for (const level of [0, 1, 2, 3]) groupCodes.set(r[`Level ${level} URI`], r[`Level ${level} code`]);

  const chosen = new Set([
    ...selection.roles.map((r) => r.occupation),
    ...selection.alsoOccupations,
  ]);
  const needs = esco('occupationSkillRelations').filter(
    (r) => chosen.has(r.occupationUri) && skills.has(r.skillUri),
  );
  const kept = new Set([
    ...chosen,
    ...needs.map((r) => r.skillUri),
    ...mappings.map((m) => m.esco),
  ]);
  const above = new Map();
  for (const r of [...esco('broaderRelationsSkillPillar'), ...esco('broaderRelationsOccPillar')])
    above.set(r.conceptUri, [...(above.get(r.conceptUri) ?? []), r.broaderUri]);
  const queue = [...kept];
  for (let uri = queue.pop(); uri !== undefined; uri = queue.pop())
    for (const broader of above.get(uri) ?? [])
      if (!kept.has(broader)) {
        kept.add(broader);
        queue.push(broader);
      }

  const texts = new Map();
  for (const language of selection.languages)
    for (const name of ['skills', 'occupations', 'skillGroups', 'ISCOGroups'])
      for (const r of esco(name, language)) {
        if (!kept.has(r.conceptUri) || tidy(r.preferredLabel) === '') continue;
        const text = texts.get(r.conceptUri) ?? {};
        text[language] = wording(r.preferredLabel, (r.altLabels ?? '').split(/\r?\n| \| /));
        texts.set(r.conceptUri, text);
      }
  const reuse = (value) => (value ? value.toUpperCase().replaceAll('-', '_') : undefined);
  const concepts = [...kept].sort(byText).map((uri) => {
    const labels = texts.get(uri);
    if (skills.has(uri)) {
      const r = skills.get(uri);
      const skillType = r.skillType === 'knowledge' ? 'KNOWLEDGE' : 'SKILL';
      return { uri: short(uri), kind: 'Skill', skillType, reuseLevel: reuse(r.reuseLevel), labels };
    }
    if (occupations.has(uri))
      return { uri: short(uri), kind: 'Occupation', code: occupations.get(uri).code, labels };
    if (iscoGroups.has(uri))
      return { uri: short(uri), kind: 'OccupationGroup', code: iscoGroups.get(uri).code, labels };
    if (!skillGroups.has(uri)) throw new Error(`${uri} is no concept of this release`);
    const code = skillGroups.get(uri).code || groupCodes.get(uri) || undefined;
    return { uri: short(uri), kind: 'SkillGroup', code, labels };
  });
  write('esco-concepts.json', lines(concepts));

  const broader = [...kept]
    .sort(byText)
    .flatMap((uri) => (above.get(uri) ?? []).map((b) => [short(uri), short(b)]));
  const relation = (value) => (value === 'essential' ? 'ESSENTIAL' : 'OPTIONAL');
  const wanted = [
    ...needs.map((r) => [short(r.occupationUri), relation(r.relationType), short(r.skillUri)]),
    ...esco('skillSkillRelations')
      .filter((r) => kept.has(r.originalSkillUri) && kept.has(r.relatedSkillUri))
      .map((r) => [short(r.originalSkillUri), relation(r.relationType), short(r.relatedSkillUri)]),
  ].sort((a, b) => byText(a.join(' '), b.join(' ')));
  const block = (rows) => rows.map((r) => `    ${JSON.stringify(r)}`).join(',\n');
  write(
    'esco-relations.json',
    `{\n  "broader": [\n${block(broader)}\n  ],\n  "needs": [\n${block(wanted)}\n  ]\n}\n`,
  );
  return chosen;
}

/** O*NET occupations that the official crosswalk links to the chosen ones, with what they rate as important. */
function extractOnet(chosen) {
  const header = readFileSync(from.crosswalk, 'utf8').split('\n');
  const start = header.findIndex((l) => l.startsWith('O*NET Id,')) + 1;
  const relations = { exactMatch: 'EXACT', closeMatch: 'CLOSE', narrowMatch: 'NARROW', broadMatch: 'BROAD' };
  const crosswalk = csv(from.crosswalk, { from_line: start })
    .filter((r) => chosen.has(r['ESCO or ISCO URI']))
    .map((r) => ({
      onet: r['O*NET Id'],
      relation: relations[r['Type of Match']],
      esco: short(r['ESCO or ISCO URI']),
    }));
  const codes = new Set(crosswalk.map((m) => m.onet));
  const of = (rows, column = 'O*NET-SOC Code') => rows.filter((r) => codes.has(r[column]));
  const zones = new Map(of(tsv('Job Zones')).map((r) => [r['O*NET-SOC Code'], Number(r['Job Zone'])]));
  const titles = new Map([...codes].map((code) => [code, []]));
  for (const r of of(tsv('Alternate Titles')))
    titles.get(r['O*NET-SOC Code']).push(r['Alternate Title'], r['Short Title']);
  for (const r of of(tsv('Sample of Reported Titles')))
    titles.get(r['O*NET-SOC Code']).push(r['Reported Job Title']);
  const occupations = of(tsv('Occupation Data')).map((r) => ({
    code: r['O*NET-SOC Code'],
    jobZone: zones.get(r['O*NET-SOC Code']),
    labels: wording(r.Title, titles.get(r['O*NET-SOC Code'])),
  }));
  const elements = new Map();
  const ratings = [];
  for (const [name, skillType] of [['Skills', 'SKILL'], ['Knowledge', 'KNOWLEDGE']]) {
    const pairs = new Map();
    for (const r of of(tsv(name))) {
      const key = `${r['O*NET-SOC Code']} ${r['Element ID']}`;
      pairs.set(key, { ...pairs.get(key), [r['Scale ID']]: r });
    }
    for (const { IM, LV } of pairs.values()) {
      if (Number(IM['Data Value']) < selection.onetImportanceFloor) continue;
      elements.set(IM['Element ID'], { code: IM['Element ID'], skillType, label: IM['Element Name'] });
      // importance suppressed, level suppressed, not relevant: Y, N or, where the release says nothing, -
      const flags = [IM['Recommend Suppress'], LV['Recommend Suppress'], LV['Not Relevant']]
        .map((flag) => (flag === 'Y' || flag === 'N' ? flag : '-'))
        .join('');
      ratings.push([
        IM['O*NET-SOC Code'],
        IM['Element ID'],
        Number(IM['Data Value']),
        Number(LV['Data Value']),
        ...(flags === 'NNN' ? [] : [flags]),
      ]);
    }
  }
  // 2.A.1.a lies below 2.A.1, 2.A and 2
  const groups = new Set(
    [...elements.keys()].flatMap((code) =>
      code.split('.').flatMap((_, depth, parts) => (depth === 0 ? [] : [parts.slice(0, depth).join('.')])),
    ),
  );
  for (const r of tsv('Content Model Reference'))
    if (groups.has(r['Element ID']))
      elements.set(r['Element ID'], { code: r['Element ID'], label: tidy(r['Element Name']) });
  const block = (rows) => rows.map((r) => `    ${JSON.stringify(r)}`).join(',\n');
  const list = [...elements.values()].sort((a, b) => byText(a.code, b.code));
  write(
    'onet.json',
    `{\n  "occupations": [\n${block(occupations)}\n  ],\n  "elements": [\n${block(list)}\n  ],\n  "ratings": [\n${block(ratings)}\n  ],\n  "crosswalk": [\n${block(crosswalk)}\n  ]\n}\n`,
  );
}

extractDdat();
extractOnet(extractEsco());
