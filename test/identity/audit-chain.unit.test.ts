import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type AuditEntry,
  type AuditEvent,
  append,
  EMPTY_CHAIN,
  findFault,
} from '../../src/modules/identity/audit/chain.ts';
import { inSeries } from '../../src/modules/identity/audit/write-events.ts';

const entry: fc.Arbitrary<AuditEntry> = fc.record({
  chain: fc.constant('org'),
  action: fc.string({ minLength: 1 }),
  purpose: fc.option(fc.string()),
  subject: fc.option(fc.uuid()),
  objects: fc.array(fc.string()),
});
const at = new Date('2026-01-01T00:00:00Z');
const chainOf = (entries: AuditEntry[]) =>
  append(EMPTY_CHAIN, entries, { actor: 'key:k', role: 'EMPLOYER', at });
const chains = fc.array(entry, { minLength: 1, maxLength: 12 }).map(chainOf);

describe('a chain of audit events', () => {
  test('that nobody touched has no fault, however it was appended to', () => {
    fc.assert(
      fc.property(fc.array(entry), fc.array(entry), (first, second) => {
        const start = chainOf(first);
        const rest = append(start.head, second, { actor: 'key:k', role: 'EMPLOYER', at });
        expect(rest).toEqual({
          events: chainOf([...first, ...second]).events.slice(first.length),
          head: chainOf([...first, ...second]).head,
        });
        expect(findFault('org', [...start.events, ...rest.events], rest.head)).toBeNull();
      }),
    );
  });

  test('is sent in series that unfold to the same events, a page of people as one', () => {
    const page = fc.record({ entry, subjects: fc.array(fc.option(fc.uuid()), { minLength: 1 }) });
    fc.assert(
      fc.property(fc.array(page), (pages) => {
        const { events } = chainOf(
          pages.flatMap((one) => one.subjects.map((subject) => ({ ...one.entry, subject }))),
        );
        const series = inSeries(events);
        const unfolded = series.flatMap(({ after, subjects, hashes, ...shared }) =>
          subjects.map((subject, index) => ({
            ...shared,
            chain: 'org',
            subject,
            seq: after + index + 1,
            previous: hashes[index],
            hash: hashes[index + 1],
          })),
        );
        expect(unfolded).toEqual(events);
        expect(series.length).toBeLessThanOrEqual(pages.length);
      }),
    );
  });

  test('names the event that was altered, whichever part of it was', () => {
    const alterations: ((event: AuditEvent) => AuditEvent)[] = [
      (event) => ({ ...event, action: `${event.action}!` }),
      (event) => ({ ...event, actor: 'key:other' }),
      (event) => ({ ...event, role: null }),
      (event) => ({ ...event, at: new Date(event.at.getTime() + 1) }),
      (event) => ({ ...event, purpose: `${event.purpose}!` }),
      (event) => ({ ...event, subject: `${event.subject}!` }),
      (event) => ({ ...event, objects: [...event.objects, 'x'] }),
    ];
    fc.assert(
      fc.property(chains, fc.nat(), fc.constantFrom(...alterations), (chain, pick, alter) => {
        const index = pick % chain.events.length;
        const events = chain.events.map((event, at) => (at === index ? alter(event) : event));
        expect(findFault('org', events, chain.head)).toEqual({
          chain: 'org',
          seq: index + 1,
          fault: 'ALTERED',
        });
      }),
    );
  });

  test('names the place where an event is missing, also the last', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, pick) => {
        const index = pick % chain.events.length;
        const events = chain.events.filter((_, at) => at !== index);
        expect(findFault('org', events, chain.head)).toMatchObject({ seq: index + 1 });
      }),
    );
  });

  test('names the first of two that changed places, renumbered or not', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.boolean(), (chain, pick, renumbered) => {
        fc.pre(chain.events.length > 1);
        const index = pick % (chain.events.length - 1);
        const events = [...chain.events];
        const [a, b] = [events[index], events[index + 1]] as [AuditEvent, AuditEvent];
        events[index] = renumbered ? { ...b, seq: a.seq } : b;
        events[index + 1] = renumbered ? { ...a, seq: b.seq } : a;
        expect(findFault('org', events, chain.head)).toMatchObject({ seq: index + 1 });
      }),
    );
  });
});
