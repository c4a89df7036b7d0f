/** The addresses others find our documents at; they stand in signed documents, so they never change. */
export interface PublicUrls {
  credential(id: string): string;
  achievement(badgeVersionId: string): string;
  statusList(id: string): string;
  /** An image that was uploaded here, by the SHA-256 of its bytes. */
  image(digest: string): string;
  /** The id in an address made by one of the above; null for any other address. */
  idIn(kind: 'credentials' | 'achievements' | 'status' | 'images', url: string): string | null;
}

export function publicUrls(publicUrl: string): PublicUrls {
  const make = (kind: string) => (id: string) => `${publicUrl}/${kind}/${encodeURIComponent(id)}`;
  return {
    credential: make('credentials'),
    achievement: make('achievements'),
    statusList: make('status'),
    image: make('images'),
    idIn(kind, url) {
      const prefix = `${publicUrl}/${kind}/`;
      const rest = url.startsWith(prefix) ? url.slice(prefix.length) : '';
      return /^[A-Za-z0-9._~-]+$/.test(rest) ? rest : null;
    },
  };
}
