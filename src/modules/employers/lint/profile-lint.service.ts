import type { Graph } from '../../../platform/graph/graph.ts';
import type { EmployersService } from '../employers.service.ts';
import { lintProfiles, type ProfileLint } from './profile-linter.ts';

/** Says what is weak about role profiles. What may be seen may be linted: published ones by anybody, drafts by their employer. */
export class ProfileLintService {
  constructor(private readonly deps: { graph: Graph; employers: EmployersService }) {}

  /** Null for a profile that is not there, or not for this viewer. */
  async profile(id: string): Promise<ProfileLint | null> {
    if ((await this.deps.employers.profile(id)) === null) return null;
    return (await lintProfiles(this.deps.graph.run, [id]))[0] ?? null;
  }
}
