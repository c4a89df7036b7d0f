import { z } from 'zod';

/** The sort keys of lists of credentials: the instant of the award, then the id. */
export const awardAndId = z.tuple([z.iso.datetime(), z.string()]);
