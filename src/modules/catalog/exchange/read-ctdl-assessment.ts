import { type CtdlNode, refsIn } from './ctdl-graph.ts';
import type { CtdlReading } from './ctdl-reading.ts';
import { METHOD_WORDS, meantBy } from './ctdl-words.ts';
import { isObject } from './document.ts';
import { EXTENSION, readRest } from './extension.ts';
import { newAssessment, type PackageRubric } from './package.ts';
import { commonly, languagesIn, NO_PLACE, nameless, outcomesFrom, wordsIn } from './read-ctdl-things.ts';

export function readAssessment(
  { id, place, fields }: CtdlNode & { readonly id: string },
  reading: CtdlReading,
): void {
  const languages = languagesIn(fields.take('ceterms:inLanguage'));
  const title = fields.text('ceterms:name', languages);
  if (title === null) {
    nameless(place, 'assessment', reading);
    return;
  }
  reading.places.set(id, place);
  commonly(fields);
  const [rubricUri] = refsIn(fields.take('ceterms:hasRubric'));
  const assessment = newAssessment({
    uri: id,
    title,
    task: fields.text('ceterms:description', languages),
    kind: meantBy(METHOD_WORDS, wordsIn(fields.take('ceterms:assessmentMethodType'))),
    supervised: fields.boolean('ceterms:isProctored') ?? false,
    outcomes: outcomesFrom(fields, 'ceterms:assesses', id, reading),
    rubric: rubricUri ? readRubric(rubricUri, reading) : null,
    ...readRest('assessments', fields.take(EXTENSION), fields.at(EXTENSION)),
  });
  fields.finish(NO_PLACE);
  reading.assessments.push(assessment);
}

/** A rubric with its criteria and levels, each of which may stand anywhere in the document. */
function readRubric(uri: string, reading: CtdlReading): PackageRubric | null {
  const rubric = reading.known.get(uri)?.fields;
  if (!rubric) return null;
  const children = (fields: typeof rubric, ...names: string[]) =>
    names.flatMap((name) => refsIn(fields.take(name))).flatMap((each) => reading.known.get(each ?? '') ?? []);
  const criteria = children(rubric, 'ceasn:hasRubricCriterion', 'asn:hasCriterion').map(({ fields }, at) => {
    const levels = children(fields, 'ceasn:hasCriterionLevel', 'asn:hasLevel').map(
      ({ fields: level }, step) => {
        const kept = level.take(EXTENSION);
        const points = level.number('schema:value') ?? level.number('asn:score');
        const read = {
          title: level.text('ceasn:benchmarkLabel') ?? level.text('asn:benchmark') ?? `Level ${step + 1}`,
          points: points === null ? step : Math.round(points),
          descriptor: level.text('ceasn:benchmarkText') ?? level.text('ceterms:description'),
          passing: isObject(kept) && kept['passing'] === true,
        };
        level.finish(NO_PLACE);
        return read;
      },
    );
    const title = fields.text('ceasn:name') ?? fields.text('ceterms:name') ?? `Criterion ${at + 1}`;
    fields.finish(NO_PLACE);
    return { title, levels };
  });
  const title = rubric.text('ceasn:name') ?? rubric.text('ceterms:name');
  rubric.finish(NO_PLACE);
  return { title, criteria };
}
