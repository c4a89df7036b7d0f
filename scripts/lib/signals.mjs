// @ts-check

/**
 * A signal that is aborted when this process is asked to stop: Ctrl-C, kill, or a closed terminal. Asking twice is the same as once,
 * since npm passes on what the terminal has already sent.
 */
export function stopSignal() {
  const abort = new AbortController();
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(name, () => abort.abort());
  if (process.env.npm_lifecycle_event) {
    // npm passes a signal to the shell that runs us, and the shell dies without passing it on
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && abort.abort(), 500).unref();
  }
  return abort.signal;
}

/**
 * Resolves when the signal is aborted.
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
