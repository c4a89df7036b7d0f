import { type CaseReading, extensionIn, NO_PLACE, uriIn } from './case-fields.ts';
import { isObject, listOf } from './document.ts';
import { EXTENSION, readRest } from './extension.ts';
import { Fields } from './fields.ts';
import { pointer } from './loss.ts';
import { newAssessment, type PackageAssessment, type PackageRubric } from './package.ts';

/** CFRubrics as the rubrics of assessments: of ours with all that the extension says of them, of others with the title alone. */
export const readRubrics = (rubrics: readonly Fields[], reading: CaseReading): PackageAssessment[] =>
  rubrics.map((fields) => {
    const id = uriIn(fields, reading);
    const title = fields.text('title');
    const rest = readRest('assessments', extensionIn(fields), fields.at('extensions', EXTENSION));
    const uri = rest.uri ?? id;
    reading.places.set(uri, fields.place);
    const assessment = newAssessment({
      title: title ?? 'Rubric',
      ...rest,
      uri,
      rubric: readRubric(fields, title, reading),
    });
    fields.finish(NO_PLACE);
    return assessment;
  });

function readRubric(fields: Fields, title: string | null, { book }: CaseReading): PackageRubric {
  const inner = (parent: Fields, name: string) =>
    listOf(parent.take(name))
      .filter(isObject)
      .map((value, at) => Fields.of(value, `${parent.place}${pointer(name, at)}`, book));
  const known = ['identifier', 'uri', 'lastChangeDateTime', 'position', 'rubricId', 'rubricCriterionId'];
  return {
    title,
    criteria: inner(fields, 'CFRubricCriteria').map((criterion, at) => {
      for (const name of known) criterion.take(name);
      const read = {
        title: criterion.text('description') ?? criterion.text('category') ?? `Criterion ${at + 1}`,
        levels: inner(criterion, 'CFRubricCriterionLevels').map((level, step) => {
          for (const name of known) level.take(name);
          const points = level.number('score');
          if (points !== null && !Number.isInteger(points))
            book.note(level.at('score'), points, 'Points are whole numbers; it is rounded.');
          const descriptor = level.text('description');
          const one = {
            title: level.text('quality') ?? `Level ${step + 1}`,
            points: points === null ? step : Math.round(points),
            descriptor,
            passing: extensionIn(level)['passing'] === true,
          };
          level.finish(NO_PLACE);
          return one;
        }),
      };
      criterion.finish(NO_PLACE);
      return read;
    }),
  };
}
