import { csv } from './releases.ts';

export interface TinySkill {
  readonly id: string;
  readonly label: string;
  readonly alternatives?: string;
  readonly description?: string;
  readonly type?: string;
  readonly reuse?: string;
  readonly status?: string;
  readonly note?: string;
  /** Ids of broader skills or skill groups. */
  readonly under?: readonly string[];
}

export interface TinyOccupation {
  readonly id: string;
  readonly label: string;
  readonly essential?: readonly string[];
  readonly optional?: readonly string[];
  readonly under?: readonly string[];
}

export interface TinyEsco {
  readonly skills: readonly TinySkill[];
  readonly occupations: readonly TinyOccupation[];
  /** Names end in `_en`, as in newer releases, or not. */
  readonly suffix?: '' | '_en';
  readonly more?: { readonly broader?: [string, string][]; readonly needs?: [string, string, string][] };
}

/** URIs of a test's own: the real ones of ESCO belong to the sample world. */
export const escoUris = (mark: string) => ({
  skill: (id: string) => `http://data.europa.eu/esco/skill/${mark}-${id}`,
  occupation: (id: string) => `http://data.europa.eu/esco/occupation/${mark}-${id}`,
  group: (id: string) => `http://data.europa.eu/esco/isco/${mark}-${id}`,
});

/** The files of an ESCO download, in the layout of the portal: one group each of skills (`g`, `h`) and of occupations (`isco`). */
export function escoFiles(
  mark: string,
  { skills, occupations, suffix = '_en', more }: TinyEsco,
): Record<string, string> {
  const uri = escoUris(mark);
  const at = (id: string) => uri.skill(id);
  const relation = (from: string, kind: string, to: string) => ({
    occupationUri: uri.occupation(from),
    relationType: kind,
    skillType: 'skill/competence',
    skillUri: at(to),
  });
  return {
    'skills_en.csv': csv(
      skills.map((skill) => ({
        conceptType: 'KnowledgeSkillCompetence',
        conceptUri: at(skill.id),
        skillType: skill.type ?? 'skill/competence',
        reuseLevel: skill.reuse ?? 'sector-specific',
        preferredLabel: skill.label,
        altLabels: skill.alternatives ?? '',
        hiddenLabels: '',
        status: skill.status ?? 'released',
        modifiedDate: '',
        scopeNote: skill.note ?? '',
        definition: '',
        inScheme: 'http://data.europa.eu/esco/concept-scheme/skills',
        description: skill.description ?? `About ${skill.label}.`,
      })),
    ),
    'skillGroups_en.csv': csv(
      ['g', 'h'].map((id) => ({
        conceptType: 'SkillGroup',
        conceptUri: at(id),
        preferredLabel: `group ${id}`,
        status: 'released',
        code: `S${id}`,
      })),
    ),
    'occupations_en.csv': csv(
      occupations.map(({ id, label }) => ({
        conceptType: 'Occupation',
        conceptUri: uri.occupation(id),
        iscoGroup: '2654',
        preferredLabel: label,
        altLabels: '',
        status: 'released',
        description: '',
        code: `2654.${id}`,
      })),
    ),
    'ISCOGroups_en.csv': csv([
      {
        conceptType: 'ISCOGroup',
        conceptUri: uri.group('isco'),
        code: '2654',
        preferredLabel: 'all of them',
        status: 'released',
      },
    ]),
    [`broaderRelationsOccPillar${suffix}.csv`]: csv(
      occupations.flatMap(({ id, under = [] }) =>
        [uri.group('isco'), ...under.map(uri.occupation)].map((broader) => ({
          conceptType: 'Occupation',
          conceptUri: uri.occupation(id),
          broaderType: '',
          broaderUri: broader,
        })),
      ),
    ),
    [`broaderRelationsSkillPillar${suffix}.csv`]: csv([
      ...skills.flatMap(({ id, under = ['g'] }) =>
        under.map((broader) => ({
          conceptType: '',
          conceptUri: at(id),
          broaderType: '',
          broaderUri: at(broader),
        })),
      ),
      ...(more?.broader ?? []).map(([from, to]) => ({
        conceptType: '',
        conceptUri: at(from),
        broaderType: '',
        broaderUri: at(to),
      })),
    ]),
    [`occupationSkillRelations${suffix}.csv`]: csv([
      ...occupations.flatMap(({ id, essential = [], optional = [] }) => [
        ...essential.map((skill) => relation(id, 'essential', skill)),
        ...optional.map((skill) => relation(id, 'optional', skill)),
      ]),
      ...(more?.needs ?? []).map(([from, kind, to]) => relation(from, kind, to)),
    ]),
    [`skillSkillRelations${suffix}.csv`]: csv([
      {
        originalSkillUri: at(skills[0]?.id ?? ''),
        originalSkillType: 'knowledge',
        relationType: 'optional',
        relatedSkillType: 'knowledge',
        relatedSkillUri: at(skills[1]?.id ?? ''),
      },
    ]),
    'conceptSchemes_en.csv': 'conceptType\n',
  };
}
