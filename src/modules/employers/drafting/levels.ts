/** Steps of the European Qualifications Framework for levels of other scales: published here, used wherever a level is carried over. */

/** The four steps of role frameworks such as the UK capability framework, by their place on its scale. */
export const FOUR_STEPS = [
  { step: 1, name: 'awareness', eqf: 2 },
  { step: 2, name: 'working', eqf: 4 },
  { step: 3, name: 'practitioner', eqf: 5 },
  { step: 4, name: 'expert', eqf: 7 },
] as const;

/** The step of a four-step scale, 1 to 4; null for what is none. */
export const fourStep = (step: number): (typeof FOUR_STEPS)[number] | null =>
  FOUR_STEPS.find((one) => one.step === step) ?? null;

/** O*NET's level, 0 to 7, as EQF step: one more, rounded. */
export const eqfOfOnet = (level: number): number => Math.min(8, Math.max(1, Math.round(1 + level)));

/** O*NET's importance, 1 to 5, as weight from 1 to 100: its own standardisation, (value − 1) / 4, in hundredths. */
export const weightOfImportance = (importance: number): number =>
  Math.min(100, Math.max(1, Math.round((importance - 1) * 25)));
