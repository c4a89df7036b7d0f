import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import { ROLES, type Role } from '../../../src/modules/identity/viewer.ts';
import type { Answer, Caller } from '../api.ts';
import { argumentsOf, type Door, doorsOf, type Ids, selectionOf } from './questions.ts';
import type { Tenant } from './tenant.ts';

/** Somebody who asks: a role, or nobody. */
export type Asker = Role | 'ANONYMOUS';

export interface MatrixReport {
  /** How many pairs of field and asker, own and other, were tried. */
  readonly cells: number;
  /** What did not come out as the table of policies says, one sentence each. */
  readonly deviations: readonly string[];
  /** Object types that are not public and of which somebody was shown an object. */
  readonly shown: readonly string[];
}

/** The committed table of policies: roles by field, or by type; null for those that need none. */
export interface Table {
  rolesFor(type: string, field: string): readonly string[] | null;
  kindOf(type: string, field: string): string;
}

export function readTable(text: string): Table {
  const lines = new Map(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(': ') as [string, string]),
  );
  const policy = (type: string, field: string) => lines.get(`${type}.${field}`) ?? lines.get(type) ?? '';
  return {
    kindOf: (type, field) => policy(type, field).split(' ')[0] ?? '',
    rolesFor(type, field) {
      const [kind, ...roles] = policy(type, field).split(' ');
      return kind === 'ROLES' || kind === 'OWN' ? roles.map((role) => role.replace(/\(.*/, '')) : null;
    },
  };
}

/** Policies that only say who may ask at all; which of them it is depends on what the organisation does, so services refuse some. */
const NARROWED = ['SIGNED_IN', 'ROLES ISSUER_ADMIN EMPLOYER EXTERNAL_REVIEWER PLATFORM_ADMIN'];
const BATCH = 4;

/**
 * Tries every field of every object type, from every field of Query that leads there, as every role and as nobody, with the ids of
 * the own tenant and with those of another one; and every mutation with ids that do not exist. Compares with the table. `doorsEach` keeps
 * to the first ways to a type that is not public, where all of them would take too long.
 */
export async function tryMatrix(
  schema: GraphQLSchema,
  table: Table,
  world: { own: Tenant; other: Tenant; anonymous: Caller },
  doorsEach = Number.POSITIVE_INFINITY,
): Promise<MatrixReport> {
  const deviations: string[] = [];
  const shown = new Set<string>();
  const tried = new Set<string>();
  // what is too much to ask for on one long way must have been tried on another
  const untried = new Set<string>();
  let cells = 0;
  const query = schema.getQueryType()?.getFields() ?? {};
  const askers = [...ROLES, 'ANONYMOUS'] as const;
  const callerOf = (asker: Asker) => (asker === 'ANONYMOUS' ? world.anonymous : world.own.callers[asker]);
  const may = (type: string, field: string, asker: Asker): boolean => {
    const roles = table.rolesFor(type, field);
    if (roles === null) return asker !== 'ANONYMOUS' || table.kindOf(type, field) !== 'SIGNED_IN';
    return roles.includes(asker);
  };

  const tryField = async (
    type: GraphQLObjectType,
    fields: readonly GraphQLField<unknown, unknown>[],
    door: Door,
    asker: Asker,
    whose: 'own' | 'other',
  ): Promise<void> => {
    const root = query[door.root] as GraphQLField<unknown, unknown>;
    const { text: args } = argumentsOf(root, world[whose].ids);
    const inner = fields.map(selectionOf).join(' ');
    const answer = await callerOf(asker)(`{ ${door.root}${args} { ${door.text(`__typename ${inner}`)} } }`);
    if (answer.errors.some(isTooLarge)) {
      if (fields.length === 1) untried.add(`${type.name}.${fields[0]?.name}`);
      else
        for (const half of chunks(fields, Math.ceil(fields.length / 2)))
          await tryField(type, half, door, asker, whose);
      return;
    }
    for (const field of fields) tried.add(`${type.name}.${field.name}`);
    cells += fields.length;
    const cell = `${type.name}.${fields.map(({ name }) => name).join(',')} by ${door.root} as ${asker}, ${whose}`;
    const note = (words: string) => deviations.push(`${cell}: ${words}`);
    const bug = answer.errors.find(({ extensions }) => extensions['code'] === 'INTERNAL');
    if (bug) note('INTERNAL');
    const rootRoles = table.rolesFor('Query', door.root);
    if (!may('Query', door.root, asker)) {
      if (!refused(answer, asker, rootRoles)) note(`not refused but ${gist(answer)}`);
      if (answer.data?.[door.root]) note('shown all the same');
      return;
    }
    const reached = shows(answer.data, type.name);
    const path = [...door.steps, ...fields.map(({ name }) => ({ type: type.name, field: name }))];
    const barred = path.find((step) => !may(step.type, step.field, asker));
    const canary = world.other.canaries.find((word) => JSON.stringify(answer).includes(word));
    if (canary) note(`shown ${canary} of the other tenant`);
    if (barred) {
      if (reached && !refused(answer, asker, table.rolesFor(barred.type, barred.field)))
        note(`${barred.type}.${barred.field} not refused but ${gist(answer)}`);
      return;
    }
    if (whose === 'other') {
      if (table.kindOf('Query', door.root) === 'SCOPED' && answer.data?.[door.root])
        note('shown an object of the other tenant');
      return;
    }
    if (reached && table.rolesFor(type.name, fields[0]?.name ?? '')) shown.add(type.name);
    if (answer.errors.some(isRefusal) && !isNarrowed(table, 'Query', root)) note(gist(answer));
  };

  const work: (() => Promise<void>)[] = [];
  for (const [name, doors] of doorsOf(schema)) {
    const type = schema.getType(name);
    if (!isObjectType(type) || name === 'PageInfo') continue;
    const fields = Object.values(type.getFields());
    const open = fields.every(({ name: field }) => table.kindOf(name, field) === 'PUBLIC');
    for (const door of doors.slice(0, open ? 1 : doorsEach))
      for (const asker of askers) {
        // what is refused at the door, or public, is tried in handfuls; everything else field by field
        const atOnce = open || !may('Query', door.root, asker);
        for (const group of atOnce ? chunks(fields, 12) : fields.map((field) => [field]))
          for (const whose of ['own', 'other'] as const)
            work.push(() => tryField(type, group, door, asker, whose));
      }
  }
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {}))
    for (const asker of askers)
      work.push(async () => {
        const unknown: Ids = {};
        const selection = isLeaf(field) ? '' : ' { __typename }';
        const caller = asker === 'LEARNER' ? world.own.expendable : callerOf(asker);
        const answer = await caller(
          `mutation { ${field.name}${argumentsOf(field, unknown).text}${selection} }`,
        );
        cells += 1;
        const roles = table.rolesFor('Mutation', field.name);
        const allowed = may('Mutation', field.name, asker);
        const cell = `Mutation.${field.name} as ${asker}`;
        if (!allowed && !refused(answer, asker, roles))
          deviations.push(`${cell}: not refused but ${gist(answer)}`);
        if (allowed && answer.errors.some(isRefusal) && !isNarrowed(table, 'Mutation', field))
          deviations.push(`${cell}: ${gist(answer)}`);
      });
  await inParallel(work, BATCH);
  for (const name of untried) if (!tried.has(name)) deviations.push(`${name}: too large to be asked for`);
  return { cells, deviations, shown: [...shown].sort() };
}

/** How often an id of another tenant reads otherwise than one that does not exist, for those who may ask at all. */
export async function tellsApart(
  schema: GraphQLSchema,
  world: { own: Tenant; other: Tenant; anonymous: Caller },
  kinds: readonly string[],
): Promise<{ compared: number; apart: string[] }> {
  const apart: string[] = [];
  let compared = 0;
  const roots = [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ['query', field] as const),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
      (field) => ['mutation', field] as const,
    ),
  ];
  for (const [operation, field] of roots) {
    const named = argumentsOf(field, {}).kinds.filter((kind) => kinds.includes(kind));
    if (named.length === 0) continue;
    const own = { ...world.own.callers, ...(operation === 'mutation' && { LEARNER: world.own.expendable }) };
    for (const [asker, caller] of Object.entries({ ...own, ANONYMOUS: world.anonymous }))
      for (const kind of new Set(named)) {
        const ask = async (id: string) => {
          const { text } = argumentsOf(field, { ...world.own.ids, [kind]: id });
          const plain = text.replace(/matrix-\w+/, `matrix-${kind}-${id}`);
          const answer = await caller(
            `${operation} { ${field.name}${plain}${isLeaf(field) ? '' : ' { __typename }'} }`,
          );
          const { status, data, errors } = answer;
          return JSON.stringify({ status, data, errors }).replaceAll(id, 'ID');
        };
        compared += 1;
        const [foreign, unknown] = [await ask(world.other.ids[kind] ?? ''), await ask(`no-such-${kind}`)];
        if (foreign !== unknown) apart.push(`${field.name}(${kind}) as ${asker}: ${foreign} / ${unknown}`);
      }
  }
  return { compared, apart };
}

const isLeaf = (field: GraphQLField<unknown, unknown>): boolean =>
  /^(ID|String|Boolean|Int)!?$/.test(String(field.type));

const isNarrowed = (table: Table, type: string, field: GraphQLField<unknown, unknown>): boolean =>
  NARROWED.includes([table.kindOf(type, field.name), ...(table.rolesFor(type, field.name) ?? [])].join(' '));

const isRefusal = ({ extensions }: Answer<unknown>['errors'][number]): boolean =>
  extensions['code'] === 'UNAUTHENTICATED' || extensions['code'] === 'FORBIDDEN';

const isTooLarge = ({ message }: Answer<unknown>['errors'][number]): boolean =>
  message.startsWith('The operation is too large');

/** Refused as the asker should be, naming the roles that would do. */
const refused = ({ errors }: Answer<unknown>, asker: Asker, roles: readonly string[] | null): boolean =>
  errors.some(
    ({ extensions }) =>
      extensions['code'] === (asker === 'ANONYMOUS' ? 'UNAUTHENTICATED' : 'FORBIDDEN') &&
      (roles === null || String(extensions['roles']) === String(roles)),
  );

const gist = ({ status, errors }: Answer<unknown>): string =>
  `${status} ${errors.map(({ message, extensions }) => `${extensions['code']} ${message}`).join('; ')}`.slice(
    0,
    200,
  );

/** Whether an object of this type stands anywhere in the data. */
const shows = (data: unknown, type: string): boolean =>
  JSON.stringify(data ?? null).includes(`"__typename":"${type}"`);

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

async function inParallel(work: readonly (() => Promise<void>)[], lanes: number): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < work.length) await work[next++]?.();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
