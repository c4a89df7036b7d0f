import type { AlignmentFacts, BadgeFacts } from '../../../src/modules/catalog/lint/facts.ts';
import type { CaseTable } from '../../support/lint-rules.ts';
import { badge, goodAlignment, stack, withAlignment, withOutcome } from './facts.ts';

const alignments = (facts: BadgeFacts, change: (alignment: AlignmentFacts) => Partial<AlignmentFacts>) => ({
  ...facts,
  outcomes: facts.outcomes.map((outcome) => ({
    ...outcome,
    alignments: outcome.alignments.map((each) => ({ ...each, ...change(each) })),
  })),
});
const unaligned = withOutcome({ alignments: [] });
const none = { 'no alignment, which another rule says': unaligned, 'a stacked credential': stack };
const successor = { uri: 'https://skills.example/new', label: 'administer networks' };

export const alignmentCases: CaseTable<BadgeFacts> = {
  'alignment-missing': {
    fires: { 'no alignment': unaligned },
    quiet: { aligned: badge({}), 'a stacked credential': stack },
    mend: (facts) => ({
      ...facts,
      outcomes: facts.outcomes.map((each) =>
        each.alignments.length > 0 ? each : { ...each, alignments: [{ ...goodAlignment, groups: [] }] },
      ),
    }),
  },
  'alignment-level': {
    fires: { 'no level': withAlignment({ level: null }) },
    quiet: { 'a level': badge({}), ...none },
    mend: (facts) => alignments(facts, ({ level }) => ({ level: level ?? 4 })),
  },
  'alignment-framework': {
    fires: { 'a framework nobody knows': withAlignment({ frameworkName: null }) },
    quiet: { 'a framework': badge({}), ...none },
    mend: (facts) => alignments(facts, () => ({ frameworkName: 'ESCO' })),
  },
  'alignment-counts': {
    fires: {
      'only a part of the skill': withAlignment({ relation: 'NARROW' }),
      'only a neighbour': withAlignment({ relation: 'RELATED' }),
    },
    quiet: {
      exact: badge({}),
      close: withAlignment({ relation: 'CLOSE' }),
      'exact beside related': withOutcome({
        alignments: [goodAlignment, { ...goodAlignment, relation: 'RELATED' }],
      }),
      ...none,
    },
    mend: (facts) => alignments(facts, () => ({ relation: 'EXACT' })),
  },
  'skill-ended': {
    fires: { 'without a successor': withAlignment({ current: false }) },
    quiet: {
      current: badge({}),
      'replaced, which another rule says': withAlignment({ current: false, replacedBy: [successor] }),
      ...none,
    },
    mend: (facts) =>
      alignments(facts, ({ current, replacedBy }) => ({ current: current || replacedBy.length === 0 })),
  },
  'skill-replaced': {
    fires: { 'with a successor': withAlignment({ current: false, replacedBy: [successor] }) },
    quiet: {
      'current, whatever followed others': withAlignment({ replacedBy: [successor] }),
      'ended, which another rule says': withAlignment({ current: false }),
      ...none,
    },
    mend: (facts) =>
      alignments(facts, ({ current, replacedBy }) => ({ current: current || replacedBy.length > 0 })),
  },
  'alignment-unreviewed': {
    fires: { proposed: withAlignment({ reviewState: 'PROPOSED' }) },
    quiet: { reviewed: badge({}), 'older than reviews': withAlignment({ reviewState: null }), ...none },
    mend: (facts) => alignments(facts, () => ({ reviewState: 'REVIEWED' })),
  },
};
