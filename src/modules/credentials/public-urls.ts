/** Where each kind of document lies: what stands before and after its id. */
const PLACES = {
  credentials: ['/credentials/', ''],
  achievements: ['/achievements/', ''],
  credentialTypes: ['/credential-types/', ''],
  endorsements: ['/endorsements/', ''],
  status: ['/status/', ''],
  tokenLists: ['/status/', '/token'],
  revocations: ['/orgs/', '/revocations'],
  profiles: ['/orgs/', '/profile'],
  images: ['/images/', ''],
} as const;
type Place = keyof typeof PLACES;

/** The addresses others find our documents at; they stand in signed documents, so they never change. */
export interface PublicUrls {
  credential(id: string): string;
  achievement(badgeVersionId: string): string;
  /** What a kind of SD-JWT VC is called (`vct`), and where its Type Metadata lies. */
  credentialType(name: string): string;
  endorsement(id: string): string;
  statusList(id: string): string;
  /** The same status list as an IETF Token Status List. */
  tokenStatusList(id: string): string;
  /** What an organisation signed and took back, as a 1EdTechRevocationList. */
  revocationList(organizationId: string): string;
  /** The Open Badges Profile of an organisation. */
  profile(organizationId: string): string;
  /** An image that was uploaded here, by the SHA-256 of its bytes. */
  image(digest: string): string;
  /** The id in an address made by one of the above; null for any other address. */
  idIn(place: Place, url: string): string | null;
}

export function publicUrls(publicUrl: string): PublicUrls {
  const make = (place: Place) => (id: string) => {
    const [before, after] = PLACES[place];
    return `${publicUrl}${before}${encodeURIComponent(id)}${after}`;
  };
  return {
    credential: make('credentials'),
    achievement: make('achievements'),
    credentialType: make('credentialTypes'),
    endorsement: make('endorsements'),
    statusList: make('status'),
    tokenStatusList: make('tokenLists'),
    revocationList: make('revocations'),
    profile: make('profiles'),
    image: make('images'),
    idIn(place, url) {
      const [before, after] = PLACES[place];
      const prefix = `${publicUrl}${before}`;
      if (!url.startsWith(prefix) || !url.endsWith(after)) return null;
      const id = url.slice(prefix.length, after === '' ? undefined : -after.length);
      return /^[A-Za-z0-9._~-]+$/.test(id) ? id : null;
    },
  };
}
