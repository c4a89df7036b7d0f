import { presentGap } from '../matching/match.present.ts';
import type { RequirementGapType } from '../matching/requirement-match.type.ts';
import type {
  PathwayBadgeType,
  PathwayPlanType,
  PathwayPriceType,
  PathwayResultType,
  PathwayStatus,
  PathwayStepType,
  UncoverableRequirementType,
} from './pathway.type.ts';
import type { Pathway, Uncoverable } from './pathways.service.ts';

/** A pathway as the API shows it. */
export function presentPathway(pathway: Pathway): PathwayResultType {
  const { scored, solution } = pathway;
  const gap = presentGap(scored);
  return {
    roleProfileId: scored.role.id,
    title: scored.role.title,
    status: statusOf(pathway),
    provenOptimal: solution.status === 'OPTIMAL',
    bound: solution.bound,
    plan: solution.order.length > 0 ? presentPlan(pathway, gap) : null,
    gap,
    uncoverable: pathway.uncoverable.map((entry) =>
      presentUncoverable(entry, requirementIn(gap, entry.skill)),
    ),
    policyVersion: scored.basis.policyVersion,
    evaluatedAt: scored.basis.evaluatedAt,
    taxonomyVersions: [...scored.basis.taxonomyVersions],
  };
}

function statusOf({ solution }: Pathway): PathwayStatus {
  if (solution.uncoverable.length > 0) return solution.order.length > 0 ? 'PARTIAL' : 'NOTHING_ON_OFFER';
  return solution.order.length > 0 ? solution.status : 'NOTHING_TO_DO';
}

function presentPlan(pathway: Pathway, gap: readonly RequirementGapType[]): PathwayPlanType {
  const steps = presentSteps(pathway, gap);
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  return {
    steps,
    minutes,
    hours: minutes / 60,
    prices: sumByCurrency(steps.flatMap(({ price }) => (price ? [price] : []))),
    unpriced: steps.filter(({ price }) => price === null).length,
  };
}

function presentSteps(pathway: Pathway, gap: readonly RequirementGapType[]): PathwayStepType[] {
  const named = (badgeId: string): PathwayBadgeType => ({
    badgeId,
    name: pathway.badge(badgeId)?.name ?? badgeId,
  });
  const shown = pathway.steps.map((step, index): PathwayStepType => {
    const unit = pathway.unit(step.unit);
    return {
      order: index + 1,
      unitId: unit.id,
      title: unit.title,
      minutes: unit.minutes,
      hours: unit.minutes / 60,
      price:
        unit.priceCents === null || unit.currency === null
          ? null
          : { cents: unit.priceCents, currency: unit.currency },
      prerequisites: step.needs.map(named),
      earns: step.earns.map(named),
      covers: step.covers.map((skill) => requirementIn(gap, skill)),
      enables: [],
      because: '',
    };
  });
  pathway.steps.forEach((step, index) => {
    const entry = shown[index];
    if (!entry) return;
    entry.enables = shown.filter(({ unitId }) => step.enables.includes(unitId));
    entry.because = becauseOf(entry);
  });
  return shown;
}

function becauseOf({ covers, enables, earns }: PathwayStepType): string {
  const proof = earns.length > 0 ? `It earns ${listed(earns.map(({ name }) => `“${name}”`))}` : null;
  const closes =
    covers.length > 0
      ? `covers ${listed(covers.map(({ skillLabel, levelNeed }) => `${skillLabel} at level ${levelNeed}`))}`
      : null;
  const opens =
    enables.length > 0 ? `is needed for ${listed(enables.map(({ title }) => `“${title}”`))}` : null;
  const reasons = [closes, opens].filter((reason) => reason !== null).join(' and ');
  return proof ? `${proof}, which ${reasons}.` : `It ${reasons}.`;
}

function presentUncoverable(entry: Uncoverable, requirement: RequirementGapType): UncoverableRequirementType {
  return {
    requirement,
    reason: entry.reason,
    bestLevel: entry.bestLevel,
    message: messageOf(entry, requirement),
  };
}

function messageOf(
  { reason, bestLevel }: Uncoverable,
  { skillLabel, levelNeed }: RequirementGapType,
): string {
  switch (reason) {
    case 'NO_BADGE':
      return `No badge on offer certifies ${skillLabel}.`;
    case 'LEVEL_TOO_LOW':
      return bestLevel === null
        ? `The badges on offer for ${skillLabel} state no level; level ${levelNeed} is asked.`
        : `The badges on offer for ${skillLabel} reach level ${bestLevel}; level ${levelNeed} is asked.`;
    case 'OTHER_EVIDENCE':
      return `No badge that can still be earned certifies ${skillLabel} by the kind of evidence asked for.`;
    case 'NO_UNIT':
      return `Badges certify ${skillLabel}, but no unit leads to their assessments.`;
    case 'PREREQUISITES':
      return `What would lead to ${skillLabel} asks for what cannot be earned.`;
  }
}

function requirementIn(gap: readonly RequirementGapType[], skill: string): RequirementGapType {
  const found = gap.find(({ skillUri }) => skillUri === skill);
  if (!found) throw new Error(`the plan covers a requirement that was not missing: ${skill}`);
  return found;
}

function sumByCurrency(prices: readonly PathwayPriceType[]): PathwayPriceType[] {
  const sums = new Map<string, number>();
  for (const { currency, cents } of prices) sums.set(currency, (sums.get(currency) ?? 0) + cents);
  return [...sums].sort().map(([currency, cents]) => ({ currency, cents }));
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
