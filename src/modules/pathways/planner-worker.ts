import { loadHighs } from './engine/highs.ts';
import type { Solution } from './engine/model.ts';
import { planFor, type Task } from './engine/plan.ts';

/** A thread that plans. Loading HiGHS holds it for a moment, once. */
const highs = await loadHighs();

export const plan = (task: Task): Solution => planFor(highs, task);
