import type { Part } from './engine/model.ts';
import type { StackPartType, StackProgressType, StackType } from './stack.type.ts';
import type { Stack, StackState } from './stacking.service.ts';

/** Progress as the API shows it to this viewer. */
export function presentProgress(state: StackState): StackProgressType {
  const { stack, progress } = state;
  const parts = progress.parts.map((part) => presentPart(part, state));
  const everythingShown = progress.parts.every((part) => state.shows(part));
  return {
    badgeId: stack.badgeId,
    name: stack.name,
    ruleVersion: stack.number,
    satisfied: progress.satisfied,
    progress: progress.progress,
    have: progress.held,
    need: progress.parts.length,
    parts,
    missing: parts.filter((part) => part.state !== 'HELD'),
    awardedCredentialId: stack.awards[0] ?? null,
    evaluatedAt: state.evaluatedAt,
    nextChangeAt: everythingShown && progress.nextChangeAt !== null ? new Date(progress.nextChangeAt) : null,
  };
}

/** An issuer learns of another's credential only whether it answers the part. */
function presentPart(part: Part, { stack, shows }: StackState): StackPartType {
  const shown = shows(part);
  const credential = shown ? part.credential : null;
  return {
    badgeId: part.badgeId,
    name: stack.parts.find(({ id }) => id === part.badgeId)?.name ?? part.badgeId,
    state: shown || part.state === 'HELD' ? part.state : 'MISSING',
    credentialId: credential?.credentialId ?? null,
    awardedAt: credential ? new Date(credential.awardedAt) : null,
    validUntil: credential?.validUntil != null ? new Date(credential.validUntil) : null,
  };
}

export const presentStack = (stack: Stack): StackType => ({
  badgeId: stack.badgeId,
  name: stack.name,
  ruleVersion: stack.number,
  parts: stack.parts.map(({ id, name }) => ({ badgeId: id, name })),
});

/** Parts that are held now and will not be so many days later. */
export const expiringWithin = (progress: StackProgressType, days: number): StackPartType[] => {
  const limit = progress.evaluatedAt.getTime() + days * 86_400_000;
  return progress.parts.filter(
    ({ state, validUntil }) => state === 'HELD' && validUntil !== null && validUntil.getTime() <= limit,
  );
};
