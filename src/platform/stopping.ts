/** Ends things group after group, those of a group together. Each is ended even if others fail to; then throws what went wrong. */
export async function stopInTurn(groups: readonly (readonly (() => Promise<void>)[])[]): Promise<void> {
  const failures: unknown[] = [];
  for (const group of groups)
    for (const outcome of await Promise.allSettled(group.map(async (stop) => stop())))
      if (outcome.status === 'rejected') failures.push(outcome.reason);
  if (failures.length > 0) throw new AggregateError(failures, 'not everything could be stopped');
}
