// @ts-check

/**
 * A signal that is aborted when this process is asked to stop: Ctrl-C, kill, or a closed terminal. Asking twice is the same as once,
 * since npm passes on what the terminal has already sent.
 */
export function stopSignal() {
  const abort = new AbortController();
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(name, () => abort.abort());
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
