/** Where the graph is. `bolt` for one server, `neo4j` for a cluster or Aura; `+s` for TLS, `+ssc` for TLS with any certificate. */
export interface GraphConfig {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The database's name; the server's default when left out. */
  readonly database?: string;
  /**
   * How long, in milliseconds, a silent database is waited for before it counts as away. Left out: what a request may wait (1.5 to 2 s).
   * Commands that load much set it higher: they rather wait for a database that is busy than break off.
   */
  readonly patience?: number;
  /** How long, in milliseconds, a transaction may take. Left out: what the database allows (10 s), which a command that writes much at once needs more of. */
  readonly transactionTimeout?: number;
  /** Told the file of each statement that was carried out. */
  readonly onStatement?: (file: string) => void;
}
