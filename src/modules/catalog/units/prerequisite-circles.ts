import { invalidInput } from '../../../platform/errors.ts';
import { type Run, repository } from '../../../platform/graph/repository.ts';
import { circleThrough } from './prerequisite-cycle.ts';
import { supplyOf } from './prerequisite-supply.ts';
import { unitAuthoringStatements } from './unit-authoring.repository.ts';

/**
 * Throws INVALID_INPUT (`CIRCULAR_PREREQUISITE`) when a unit that leads to this badge asks for what only itself leads to: the units were
 * in order when they were written, and the badge came to be awarded for their assessments since.
 */
export async function refusePrerequisiteCircle(run: Run, badgeId: string, now: Date): Promise<void> {
  const store = repository(run, unitAuthoringStatements);
  const [ways] = await store.waysToFacts({ badgeIds: [badgeId], outcomeIds: [], skillUris: [] });
  const asking = (ways?.units ?? []).filter(({ prerequisites }) => prerequisites !== null);
  if (asking.length === 0) return;
  await store.lockPrerequisites({ now });
  for (const unit of asking) {
    const circle = circleThrough(unit.id, await supplyOf(store, unit));
    if (circle)
      throw invalidInput(
        'id',
        `a unit would ask for what only itself leads to: ${circle.join(' → ')}. Change its prerequisites first.`,
        { reason: 'CIRCULAR_PREREQUISITE', circle },
      );
  }
}
