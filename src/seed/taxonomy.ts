import { familyUri, roleLevelUri, roleUri } from '../modules/taxonomy/import/ddat.ts';
import { textLabel } from '../modules/taxonomy/language.ts';
import { type SeedFile, seedFile } from './seed-files.ts';

const ESCO = 'http://data.europa.eu/esco/';
const DDAT = 'https://ddat-capability-framework.service.gov.uk/skills#';
export const escoUri = (path: string): string => ESCO + path;
export const ddatUri = (code: string): string => DDAT + code;
const onetOccupation = (code: string): string => `https://www.onetonline.org/link/summary/${code}`;
const onetElement = (code: string): string => `https://www.onetonline.org/find/descriptor/result/${code}`;

type Kind = SeedFile<'esco-concepts'>[number]['kind'];

export interface ConceptRow {
  readonly uri: string;
  readonly framework: string;
  readonly kind: Kind;
  readonly code: string | null;
  readonly skillType: string | null;
  readonly reuseLevel: string | null;
  readonly jobZone: number | null;
  readonly since: number;
}

export interface TextRow {
  readonly key: string;
  readonly uri: string;
  readonly framework: string;
  readonly kind: Kind;
  readonly language: string;
  readonly textLabel: string;
  readonly label: string;
  readonly alternatives: string[];
  readonly since: number;
}

export interface NeedRow {
  readonly from: string;
  readonly to: string;
  readonly relation: 'ESSENTIAL' | 'OPTIONAL' | 'RATED' | 'LEVELLED';
  readonly importance: number | null;
  readonly level: number | null;
  readonly importanceSuppressed: boolean | null;
  readonly levelSuppressed: boolean | null;
  readonly notRelevant: boolean | null;
  readonly since: number;
}

export interface MappingRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly confidence: number | null;
  readonly source: string;
  readonly author: string;
  readonly vintage: string;
}

export interface Taxonomy {
  readonly frameworks: SeedFile<'frameworks'>;
  readonly concepts: readonly ConceptRow[];
  readonly texts: readonly TextRow[];
  readonly broader: readonly { readonly from: string; readonly to: string; readonly since: number }[];
  readonly needs: readonly NeedRow[];
  readonly mappings: readonly MappingRow[];
}

interface Named {
  readonly concept: ConceptRow;
  readonly labels: Readonly<Record<string, readonly string[]>>;
}

/** The concepts of the sample world with all that is said of them, from the fact files. */
export function sampleTaxonomy(): Taxonomy {
  const frameworks = seedFile('frameworks');
  const since = (framework: string) => frameworks.find(({ id }) => id === framework)?.ordinal ?? 0;
  const onet = seedFile('onet');
  const relations = seedFile('esco-relations');
  const named = [
    ...escoConcepts(since('esco')),
    ...onetConcepts(onet, since('onet')),
    ...ddatConcepts(since('ddat')),
  ];
  const elements = new Set(onet.elements.map(({ code }) => code));
  return {
    frameworks,
    concepts: named.map(({ concept }) => concept),
    texts: named.flatMap(textsOf),
    broader: [
      ...relations.broader.map(([from, to]) => ({
        from: escoUri(from),
        to: escoUri(to),
        since: since('esco'),
      })),
      ...ddatBroader(since('ddat')),
      ...onet.elements.flatMap(({ code }) => {
        const parent = code.split('.').slice(0, -1).join('.');
        return elements.has(parent)
          ? [{ from: onetElement(code), to: onetElement(parent), since: since('onet') }]
          : [];
      }),
    ],
    needs: [
      ...relations.needs.map(([from, relation, to]) =>
        need(escoUri(from), relation, escoUri(to), since('esco')),
      ),
      ...ddatNeeds(since('ddat')),
      ...onet.ratings.map(([occupation, element, importance, level, flags]) => {
        const [importanceSuppressed, levelSuppressed, notRelevant] = (flags ?? 'NNN').split('').map(said);
        return {
          ...need(onetOccupation(occupation), 'RATED', onetElement(element), since('onet')),
          importance,
          level,
          importanceSuppressed: importanceSuppressed ?? null,
          levelSuppressed: levelSuppressed ?? null,
          notRelevant: notRelevant ?? null,
        };
      }),
    ],
    mappings: [...reviewedMappings(), ...crosswalkMappings(onet)],
  };
}

/** A flag of O*NET: `Y`, `N`, or `-` where the release says nothing. */
const said = (flag: string): boolean | null => (flag === '-' ? null : flag === 'Y');

const plain = { code: null, skillType: null, reuseLevel: null, jobZone: null };

const escoConcepts = (since: number): Named[] =>
  seedFile('esco-concepts').map(({ uri, kind, labels, code, skillType, reuseLevel }) => ({
    concept: {
      ...plain,
      uri: escoUri(uri),
      framework: 'esco',
      kind,
      code: code ?? null,
      skillType: skillType ?? null,
      reuseLevel: reuseLevel ?? null,
      since,
    },
    labels,
  }));

function onetConcepts(onet: SeedFile<'onet'>, since: number): Named[] {
  const of = { ...plain, framework: 'onet', since };
  return [
    ...onet.occupations.map(({ code, jobZone, labels }) => ({
      concept: { ...of, uri: onetOccupation(code), kind: 'Occupation' as const, code, jobZone },
      labels: { en: labels },
    })),
    ...onet.elements.map(({ code, skillType, label }) => ({
      concept: {
        ...of,
        uri: onetElement(code),
        kind: skillType ? ('Skill' as const) : ('SkillGroup' as const),
        code,
        skillType: skillType ?? null,
      },
      labels: { en: [label] },
    })),
  ];
}

/** Skills, levels of roles as occupations, roles and families as groups above them: as an import of the whole framework has them. */
function ddatConcepts(since: number): Named[] {
  const { skills, roles } = seedFile('ddat');
  const of = { ...plain, framework: 'ddat', since };
  const group = (uri: string, label: string): Named => ({
    concept: { ...of, uri, kind: 'OccupationGroup' },
    labels: { en: [label] },
  });
  return [
    ...skills.map(({ code, label }) => ({
      concept: { ...of, uri: ddatUri(code), kind: 'Skill' as const, code, skillType: 'SKILL' },
      labels: { en: [label] },
    })),
    ...[...new Set(roles.map(({ family }) => family))].map((family) => group(familyUri(family), family)),
    ...roles.flatMap(({ role, levels }) => [
      group(roleUri(role), role),
      ...levels.map(({ code, title }) => ({
        concept: { ...of, uri: roleLevelUri(role, title), kind: 'Occupation' as const, code },
        labels: { en: [title] },
      })),
    ]),
  ];
}

const ddatBroader = (since: number) =>
  seedFile('ddat').roles.flatMap(({ role, family, levels }) => [
    { from: roleUri(role), to: familyUri(family), since },
    ...levels.map(({ title }) => ({ from: roleLevelUri(role, title), to: roleUri(role), since })),
  ]);

/** The steps of the framework's scale, by the EQF steps that the file gives instead. */
const STEPS: Readonly<Record<number, number>> = { 2: 1, 4: 2, 5: 3, 7: 4 };

const ddatNeeds = (since: number): NeedRow[] =>
  seedFile('ddat').roles.flatMap(({ role, levels }) =>
    levels.flatMap(({ title, needs }) =>
      Object.entries(needs).map(([skill, level]) => ({
        ...need(roleLevelUri(role, title), 'LEVELLED', ddatUri(skill), since),
        level: STEPS[level] ?? null,
      })),
    ),
  );

const textsOf = ({ concept: { uri, framework, kind, since }, labels }: Named): TextRow[] =>
  Object.entries(labels).map(([language, [label = '', ...alternatives]]) => ({
    key: `${uri}|${language}|${since}`,
    uri,
    framework,
    kind,
    language,
    textLabel: textLabel(language),
    label,
    alternatives,
    since,
  }));

const need = (from: string, relation: NeedRow['relation'], to: string, since: number): NeedRow => ({
  from,
  to,
  relation,
  importance: null,
  level: null,
  importanceSuppressed: null,
  levelSuppressed: null,
  notRelevant: null,
  since,
});

const reviewedMappings = (): MappingRow[] =>
  seedFile('mappings').map(({ skill, relation, esco, confidence }) => ({
    id: `ddat-esco:${skill}:${esco.slice(ESCO.length)}`,
    from: ddatUri(skill),
    to: esco,
    relation,
    confidence,
    source: 'sample-world',
    author: 'Credential Graph sample world',
    vintage: 'ESCO 1.2.0, capability framework of 2025',
  }));

/** The same ids and words as an import of the whole crosswalk gives, so that it joins these. */
const crosswalkMappings = ({ crosswalk }: SeedFile<'onet'>): MappingRow[] =>
  crosswalk.map(({ onet, relation, esco }) => ({
    id: `esco-onet-crosswalk:${onet}:${escoUri(esco)}`,
    from: onetOccupation(onet),
    to: escoUri(esco),
    relation,
    confidence: null,
    source: 'esco-onet-crosswalk',
    author:
      'ESCO Secretariat in collaboration with the U.S. Department of Labor/Employment and Training Administration',
    vintage: '2022, against ESCO 1.1.0',
  }));
