import type { BadgeFacts } from '../../../src/modules/catalog/lint/facts.ts';

/** When a rule must fire, when it must not, and how what it finds is mended without breaking anything else. */
export interface RuleCases {
  readonly fires: Readonly<Record<string, BadgeFacts>>;
  readonly quiet: Readonly<Record<string, BadgeFacts>>;
  readonly mend: (facts: BadgeFacts) => BadgeFacts;
}

/** By id of the rule. */
export type CaseTable = Readonly<Record<string, RuleCases>>;
