import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBytes } from '../../src/modules/credentials/verification/presented.ts';
import type { VerificationReport } from '../../src/modules/credentials/verification/report.ts';
import { verifyPresented } from '../../src/modules/credentials/verification/verify.ts';
import { foreignSources } from '../../test/support/foreign-sources.ts';
import { type Case, caseOf, type Suite } from './case.ts';
import { fixtureWeb } from './fixture-web.ts';

interface Expected {
  readonly file: string;
  readonly verdict: 'valid' | 'warning' | 'invalid' | 'other';
  readonly failingProbe: string | null;
  readonly disabled: boolean;
}

/** What is looked at by the validator of 1EdTech, too. Who stands behind a key, and whom to trust, it does not ask. */
const COMPARED = ['FORMAT', 'STRUCTURE', 'SCHEMA', 'PROOF', 'DATES', 'STATUS', 'ENDORSEMENTS'];

/** Differences by design, each with its reason. */
const DIFFERENCES: Readonly<Record<string, string>> = {};

/** An instant at which the documents of the corpus are what their names say. */
const NOW = new Date('2026-01-01T00:00:00Z');

/**
 * The corpus of the 1EdTech public validator. It knows two answers, so what could not be checked there counts as not valid: a document is
 * valid here when every check that validator makes passes.
 */
export async function oneEdTech(folder: string): Promise<Suite> {
  const root = join(folder, '1edtech-public-validator');
  const expected: Record<string, Expected> = JSON.parse(
    await readFile(join(root, 'expected-verdicts.json'), 'utf8'),
  );
  const sources = foreignSources(fixtureWeb(root));
  const cases: Case[] = [];
  for (const [name, { file, verdict, failingProbe }] of Object.entries(expected)) {
    const presented = readBytes(await readFile(join(root, file)), 'from a file');
    const report = await verifyPresented(presented, sources, NOW, 0);
    const compared = report.steps.filter((step) => COMPARED.includes(step.name));
    const isValid = compared.every(({ outcome }) => outcome === 'PASS');
    const agrees = verdict === 'other' || isValid === (verdict !== 'invalid');
    cases.push(
      caseOf(
        `${name} (${file})`,
        failingProbe ? `${verdict}: ${failingProbe}` : verdict,
        told(report),
        agrees,
        DIFFERENCES,
      ),
    );
  }
  return { name: '1edtech', cases };
}

const told = ({ verdict, steps }: VerificationReport): string => {
  const step =
    steps.find(({ name, outcome }) => outcome === 'FAIL' && COMPARED.includes(name)) ??
    steps.find(({ name, outcome }) => outcome !== 'PASS' && COMPARED.includes(name)) ??
    steps.find(({ outcome }) => outcome !== 'PASS');
  return step ? `${verdict}: ${step.name} ${step.reason}` : verdict;
};
