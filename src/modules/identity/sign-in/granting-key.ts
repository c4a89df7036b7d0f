/** How the argument that keeps a grant from being made twice is described wherever one is made. */
export const GRANTING_KEY = {
  description:
    'A key of your own for this request, 8 to 128 printable characters, such as a UUID. Sent again with the same input it gives the first result; with other input it is a CONFLICT (KEY_REUSED).',
} as const;
