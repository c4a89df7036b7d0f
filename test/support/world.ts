import { randomUUID } from 'node:crypto';
import neo4j, { type Driver } from 'neo4j-driver';
import type { Prerequisite } from '../../src/modules/catalog/units/prerequisites.ts';
import { testConfig } from './config.ts';

export interface BadgeInput {
  readonly issuer: string;
  readonly skills?: readonly {
    readonly uri: string;
    readonly level: number | null;
    readonly relation?: string;
  }[];
  readonly assessments?: readonly string[];
  readonly stacks?: readonly string[];
  readonly state?: string;
}

export interface CredentialInput {
  readonly status?: 'ACTIVE' | 'SUSPENDED' | 'REVOKED';
  readonly awardedAt?: string;
  readonly validFrom?: string;
  readonly validUntil?: string | null;
  readonly via?: 'ASSESSED' | 'STACKED';
  /** Rests on a passed result of an assessment that was supervised, or was not; on none when left out. */
  readonly supervised?: boolean;
}

export interface RequirementInput {
  readonly skill: string;
  readonly level: number;
  readonly weight?: number;
  readonly necessity?: 'MUST' | 'NICE';
  readonly evidence?: 'ANY' | 'VERIFIED' | 'ASSESSED';
  readonly maxAgeMonths?: number | null;
}

export interface UnitInput {
  readonly provider: string;
  readonly minutes: number;
  readonly priceCents?: number | null;
  readonly currency?: string | null;
  readonly prerequisites?: readonly string[];
  /** Instead of `prerequisites`: the rule itself. */
  readonly rule?: Prerequisite;
  readonly assessments?: readonly string[];
}

export interface ConsentInput {
  readonly purpose?: string;
  readonly scopes?: readonly string[];
  readonly grantedAt?: string;
  readonly expiresAt?: string | null;
  readonly revokedAt?: string | null;
}

/** Small worlds for tests of the engines, written straight into the graph with ids of their own. */
export class World {
  private readonly driver: Driver;

  constructor() {
    const { uri, user, password } = testConfig().graph;
    this.driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  }

  close(): Promise<void> {
    return this.driver.close();
  }

  private async write(cypher: string, params: Record<string, unknown>): Promise<void> {
    await this.driver.executeQuery(cypher, params);
  }

  async organization(kinds: readonly string[] = ['EMPLOYER']): Promise<string> {
    const id = `org-${randomUUID()}`;
    await this.write('CREATE (:Organization {id: $id, name: $id, kinds: $kinds})', { id, kinds });
    return id;
  }

  async learner(fields: { tieBreak?: number; region?: string; language?: string } = {}): Promise<string> {
    const id = `made-learner-${randomUUID()}`;
    await this.write(
      'CREATE (l:Learner {id: $id, tieBreak: toInteger($tieBreak), createdAt: datetime(), language: $language, region: $region})',
      {
        id,
        tieBreak: fields.tieBreak ?? 1,
        language: fields.language ?? 'en',
        region: fields.region ?? 'BE',
      },
    );
    return id;
  }

  async consent(learner: string, organization: string, given: ConsentInput = {}): Promise<string> {
    const id = randomUUID();
    await this.write(
      `MATCH (l:Learner {id: $learner}) MATCH (o:Organization {id: $organization})
       CREATE (l)-[:GAVE]->(:Consent {id: $id, purpose: $purpose, scopes: $scopes, grantedAt: datetime($grantedAt),
         expiresAt: datetime($expiresAt), revokedAt: datetime($revokedAt)})-[:TO]->(o)`,
      {
        id,
        learner,
        organization,
        purpose: given.purpose ?? 'MATCHING',
        scopes: given.scopes ?? ['SKILLS', 'CREDENTIALS', 'REGION'],
        grantedAt: given.grantedAt ?? '2025-01-01T00:00:00Z',
        expiresAt: given.expiresAt ?? null,
        revokedAt: given.revokedAt ?? null,
      },
    );
    return id;
  }

  async withdraw(consent: string, at: string): Promise<void> {
    await this.write('MATCH (c:Consent {id: $consent}) SET c.revokedAt = datetime($at)', { consent, at });
  }

  async skill(label = 'Python'): Promise<string> {
    const uri = `urn:test:skill:${randomUUID()}`;
    await this.write(
      `CREATE (s:Concept:Skill {uri: $uri, framework: 'test', since: 1, until: 2147483647})
       CREATE (s)-[:HAS_TEXT]->(:ConceptText {key: $uri + '|en|1', language: 'en', label: $label, since: 1, until: 2147483647})`,
      { uri, label },
    );
    return uri;
  }

  async mapping(from: string, to: string, relation = 'EXACT', reviewState = 'REVIEWED'): Promise<void> {
    await this.write(
      `MATCH (a:Skill {uri: $from}) MATCH (b:Skill {uri: $to})
       CREATE (a)<-[:MAPS_FROM]-(:Mapping {id: $id, relation: $relation, reviewState: $reviewState})-[:MAPS_TO]->(b)`,
      { from, to, relation, reviewState, id: randomUUID() },
    );
  }

  async badge(input: BadgeInput): Promise<{ id: string; version: string; name: string }> {
    const id = `made-badge-${randomUUID()}`;
    const version = `${id}-v1`;
    await this.write(
      `MATCH (o:Organization {id: $issuer})
       CREATE (o)-[:ISSUES]->(b:Badge {id: $id, name: $id})-[:HAS_VERSION]->(v:BadgeVersion {id: $version, number: 1, name: $id, state: $state})
       WITH v
       CALL (v) { UNWIND $skills AS s MATCH (skill:Skill {uri: s.uri})
         CREATE (v)-[:CERTIFIES]->(:Outcome {id: randomUUID(), statement: 'x'})-[:ALIGNED_TO {level: toInteger(s.level), relation: s.relation}]->(skill) }
       CALL (v) { UNWIND $assessments AS a MERGE (x:Assessment {id: a}) CREATE (v)-[:AWARDED_FOR]->(x) }
       CALL (v) { UNWIND $stacks AS p MATCH (part:Badge {id: p}) CREATE (v)-[:STACKS]->(part) }`,
      {
        id,
        version,
        issuer: input.issuer,
        state: input.state ?? 'PUBLISHED',
        skills: (input.skills ?? []).map((skill) => ({ relation: 'EXACT', ...skill })),
        assessments: input.assessments ?? [],
        stacks: input.stacks ?? [],
      },
    );
    return { id, version, name: id };
  }

  async credential(learner: string, badgeVersion: string, given: CredentialInput = {}): Promise<string> {
    const id = `made-credential-${randomUUID()}`;
    const awardedAt = given.awardedAt ?? '2025-06-01T00:00:00Z';
    await this.write(
      `MATCH (l:Learner {id: $learner}) MATCH (v:BadgeVersion {id: $badgeVersion})
       CREATE (l)-[:HOLDS]->(c:Credential {id: $id, status: $status, via: $via, awardedAt: datetime($awardedAt),
         validFrom: datetime($validFrom), validUntil: datetime($validUntil)})-[:INSTANCE_OF]->(v)
       FOREACH (_ IN CASE WHEN $supervised IS NULL THEN [] ELSE [1] END |
         CREATE (c)-[:RESTS_ON]->(:Result {id: randomUUID(), passed: true})<-[:HAS_RESULT]-(:Submission {id: randomUUID()})
           -[:ANSWERS]->(:Assessment {id: randomUUID(), supervised: $supervised}))`,
      {
        id,
        learner,
        badgeVersion,
        awardedAt,
        status: given.status ?? 'ACTIVE',
        via: given.via ?? 'ASSESSED',
        validFrom: given.validFrom ?? awardedAt,
        validUntil: given.validUntil ?? null,
        supervised: given.supervised ?? null,
      },
    );
    return id;
  }

  async revoke(credential: string): Promise<void> {
    await this.write("MATCH (c:Credential {id: $credential}) SET c.status = 'REVOKED'", { credential });
  }

  async role(
    employer: string,
    requirements: readonly RequirementInput[],
    state = 'PUBLISHED',
  ): Promise<string> {
    const id = `role-${randomUUID()}`;
    await this.write(
      `MATCH (o:Organization {id: $employer})
       CREATE (o)-[:SEEKS]->(p:RoleProfile {id: $id, title: 'Developer', version: 1, state: $state})
       WITH p UNWIND $requirements AS r MATCH (s:Skill {uri: r.skill})
       CREATE (p)-[:REQUIRES {weight: toInteger(r.weight), level: toInteger(r.level), necessity: r.necessity, evidence: r.evidence, maxAgeMonths: toInteger(r.maxAgeMonths)}]->(s)`,
      {
        id,
        employer,
        state,
        requirements: requirements.map((requirement) => ({
          weight: 1,
          necessity: 'MUST',
          evidence: 'ANY',
          maxAgeMonths: null,
          ...requirement,
        })),
      },
    );
    return id;
  }

  async unit(input: UnitInput): Promise<string> {
    const id = `made-unit-${randomUUID()}`;
    await this.write(
      `MATCH (o:Organization {id: $provider})
       CREATE (o)-[:OFFERS]->(u:LearningUnit {id: $id, title: $id, mode: 'ASYNCHRONOUS', effortMinutes: toInteger($minutes), priceCents: toInteger($priceCents), currency: $currency, prerequisites: $rule})
       WITH u
       CALL (u) { UNWIND $assessments AS a MERGE (x:Assessment {id: a}) CREATE (u)-[:ASSESSED_BY]->(x) }
       CALL (u) { UNWIND $prerequisites AS p MATCH (b:Badge {id: p}) CREATE (u)-[:PREREQUISITE]->(b) }`,
      {
        id,
        provider: input.provider,
        minutes: input.minutes,
        priceCents: input.priceCents === undefined ? 10_000 : input.priceCents,
        currency: input.currency === undefined ? 'EUR' : input.currency,
        assessments: input.assessments ?? [],
        prerequisites: input.prerequisites ?? [],
        rule: JSON.stringify(input.rule ?? allOf(input.prerequisites ?? [])) ?? null,
      },
    );
    return id;
  }
}

const allOf = (badgeIds: readonly string[]): Prerequisite | undefined =>
  badgeIds.length > 0 ? { op: 'all', of: badgeIds.map((badgeId) => ({ op: 'badge', badgeId })) } : undefined;
