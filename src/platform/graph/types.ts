import { DateTime } from 'neo4j-driver';
import { z } from 'zod';

/** An identifier. Clients may send an empty one: it names nothing, as any other that is unknown. */
export const id = z.string();

/** A whole number as a parameter. JavaScript numbers reach Neo4j as floats, bigint as an integer, which LIMIT and levels need. */
export const int = z.number().int().transform(BigInt);

/** An instant as a parameter: stored and compared as a Neo4j `datetime` in UTC. */
export const instant = z
  .date()
  .transform((value) => DateTime.fromStandardDate(new Date(value)) as DateTime<number>);

/** An instant in a row. */
export const dateTime = z.instanceof(DateTime).transform((value) => value.toStandardDate());

/** A list of small records as a parameter (for UNWIND). */
export const rows = <S extends z.ZodRawShape>(shape: S) => z.array(z.strictObject(shape));
