/** Where the graph is. `bolt` for one server, `neo4j` for a cluster or Aura; `+s` for TLS, `+ssc` for TLS with any certificate. */
export interface GraphConfig {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The database's name; the server's default when left out. */
  readonly database?: string;
  /** Told the file of each statement that was carried out. */
  readonly onStatement?: (file: string) => void;
}
