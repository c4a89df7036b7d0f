/** Hears how far an import is. `total` is unknown while a table is read for the first time. */
export type OnProgress = (step: string, done: number, total?: number) => void;

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const EVERY_MS = 5_000;

/** A bar that redraws itself on a terminal; elsewhere one line for each step, and one every five seconds within it. */
export function progressOn(
  terminal: Terminal,
  now: () => number = Date.now,
): { on: OnProgress; done(): void } {
  let step = '';
  let last = Number.NEGATIVE_INFINITY;
  const bar = (name: string, done: number, total: number | undefined): string => {
    const width = 24;
    const share = total ? Math.min(1, done / total) : 0;
    const full = Math.round(share * width);
    const counted = total ? `${done} of ${total}` : `${done}`;
    return `[${'█'.repeat(full)}${' '.repeat(width - full)}] ${name}: ${counted}`.slice(
      0,
      (terminal.columns ?? 80) - 1,
    );
  };
  return {
    on(name, done, total) {
      const fresh = name !== step;
      if (terminal.isTTY) {
        if (!fresh && now() - last < 80 && done !== total) return;
        terminal.write(`\r\u001b[K${bar(name, done, total)}`);
      } else {
        if (!fresh && now() - last < EVERY_MS) return;
        terminal.write(`${name}${total ? `: ${done} of ${total}` : ''} …\n`);
      }
      step = name;
      last = now();
    },
    done() {
      if (terminal.isTTY && step !== '') terminal.write('\r\u001b[K');
      step = '';
    },
  };
}
