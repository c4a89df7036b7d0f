import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What a command was called with; or, when it was called wrongly, what to say of that, with the help. */
export function understood<const C extends ParseArgsConfig>(
  config: C,
  help: string,
): ReturnType<typeof parseArgs<C>> | string {
  try {
    return parseArgs(config);
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${help}`;
  }
}
