/** What an address answered: the bytes, or why there are none. `gone`: the server itself said that nothing is there. */
export type WebAnswer = { readonly body: Buffer } | { readonly problem: string; readonly gone: boolean };

/** The world outside, as far as a document may make us look at it. It never throws. */
export interface Web {
  get(url: string): Promise<WebAnswer>;
}

/** For those who verify only what is of this service. */
export const noWeb: Web = {
  get: async (url) => ({ problem: `${url} is not fetched here.`, gone: false }),
};

/** The JSON object at an address, or why it could not be had. */
export async function jsonAt(
  web: Web,
  url: string,
): Promise<
  { readonly json: Record<string, unknown> } | { readonly problem: string; readonly gone: boolean }
> {
  const answer = await web.get(url);
  if ('problem' in answer) return answer;
  try {
    const json: unknown = JSON.parse(answer.body.toString('utf8'));
    if (json !== null && typeof json === 'object' && !Array.isArray(json))
      return { json: json as Record<string, unknown> };
  } catch {
    // told below, as for any other answer that is no JSON object
  }
  return { problem: `${url} did not answer a JSON object.`, gone: false };
}
