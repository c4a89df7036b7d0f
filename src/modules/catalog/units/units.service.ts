import { batchMany } from '../../../platform/batch.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { type Page, type PageRequest, pageOfList } from '../../../platform/paging.ts';
import { fallbackChain } from '../../taxonomy/language.ts';
import { checkLanguage } from '../../taxonomy/taxonomy.questions.ts';
import type { UnitRecord } from '../catalog.records.ts';
import type { EquivalentRecord, SessionRecord, UnitTextRecord } from './unit.records.ts';
import { unitStatements } from './unit.repository.ts';

/** Reads what hangs on learning units; all of it is public. However many units are asked for, each kind is one statement. */
export class UnitsService {
  private readonly loaders;

  constructor({ graph }: { graph: Graph }) {
    const store = repository(graph.run, unitStatements);
    const parent = ({ parentId }: { parentId: string }) => parentId;
    this.loaders = {
      sessions: batchMany((ids) => store.sessionsOfUnits({ ids }), parent),
      translations: batchMany((ids) => store.translationsOfUnits({ ids }), parent),
      equivalents: batchMany((ids) => store.equivalentsOfUnits({ ids }), parent),
      targets: batchMany((ids) => store.targetsOfUnits({ ids }), parent),
    };
  }

  /** In order of time. */
  async sessions(unitId: string, page: PageRequest): Promise<Page<SessionRecord>> {
    const rows = await this.loaders.sessions.load(unitId);
    return pageOfList(
      page,
      rows.map(({ session }) => session),
      ({ id }) => id,
    );
  }

  /** What it says in the asked language, else its base language, else English, else its own. */
  async text(unit: UnitRecord, language: string): Promise<UnitTextRecord> {
    const chain = fallbackChain(checkLanguage(language));
    const own = ownText(unit);
    if (own.language === chain[0]) return own;
    const texts = await this.allTexts(unit);
    return chain.flatMap((tag) => texts.filter((text) => text.language === tag))[0] ?? own;
  }

  /** Its own text first, then by language. */
  async texts(unit: UnitRecord, page: PageRequest): Promise<Page<UnitTextRecord>> {
    return pageOfList(page, await this.allTexts(unit), ({ language }) => language);
  }

  async equivalents(unitId: string, page: PageRequest): Promise<Page<EquivalentRecord>> {
    const rows = await this.loaders.equivalents.load(unitId);
    return pageOfList(
      page,
      rows.map(({ equivalent }) => equivalent),
      ({ learningUnitId, assessmentId }) => learningUnitId ?? assessmentId ?? '',
    );
  }

  /** URIs of the occupations it leads towards. */
  async occupations(unitId: string, page: PageRequest): Promise<Page<string>> {
    const rows = await this.loaders.targets.load(unitId);
    return pageOfList(
      page,
      rows.flatMap(({ occupationUri }) => occupationUri ?? []),
      (uri) => uri,
    );
  }

  /** Ids of the published role profiles it leads towards. */
  async roleProfiles(unitId: string, page: PageRequest): Promise<Page<string>> {
    const rows = await this.loaders.targets.load(unitId);
    return pageOfList(
      page,
      rows.flatMap(({ roleProfileId }) => roleProfileId ?? []),
      (id) => id,
    );
  }

  private async allTexts(unit: UnitRecord): Promise<UnitTextRecord[]> {
    const rows = await this.loaders.translations.load(unit.id);
    return [ownText(unit), ...rows.map(({ translation }) => translation)];
  }
}

const ownText = (unit: UnitRecord): UnitTextRecord => ({
  language: unit.textLanguage,
  title: unit.title,
  summary: unit.summary,
  description: unit.description,
  imageAlt: unit.imageAlt,
  accessibilitySummary: unit.accessibilitySummary,
});
