import { z } from 'zod';
import { distinct, regionCode, webAddress } from '../../../platform/input.ts';

/** What an organisation may say of itself: its web site, and up to 20 countries or regions where it is established. */
export const profileFields = {
  url: webAddress.nullish(),
  regions: distinct(regionCode, 20)
    .nullish()
    .transform((regions) => regions ?? []),
};

export const organizationProfileRules = z.object(profileFields);

export type OrganizationProfileInput = z.input<typeof organizationProfileRules>;
