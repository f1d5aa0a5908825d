// The log of the fake desktop: filters, claims as they were, one operation undone by itself.
import type { Claim, ClaimThen, LogQuery, OpenOperation, Operation } from '../types'
import { refuse, type FakeDesktop } from './desktop'
import { fault } from './said'

export function logOf(fake: FakeDesktop, query: LogQuery, limit: number): Operation[] {
  const words = (query.words ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return fake.here.operations
    .filter(
      (one) =>
        (query.before == null || Number(one.sequence) < Number(query.before)) &&
        (query.reviewer == null || one.reviewer === query.reviewer) &&
        (query.kind == null || one.kind === query.kind) &&
        (query.from == null || one.at >= query.from) &&
        (query.until == null || one.at < query.until) &&
        (query.document == null || one.summary.includes('claim') || one.kind.includes('claim')) &&
        words.every((word) => one.summary.toLowerCase().includes(word)),
    )
    .slice(0, limit)
}

const then = (claim: Claim | undefined): ClaimThen | null =>
  claim
    ? {
        statement: claim.statement,
        passages: claim.passages.map((passage) => passage.exact),
        question: claim.question_text,
        value: claim.value ? String(claim.value.low ?? claim.value.high) : null,
        period: claim.period?.edtf ?? null,
        place: claim.place,
        stance: claim.stance,
        attributed_to: claim.attributed_to,
        distance: claim.distance,
        kind: claim.kind,
        tags: claim.tags,
        credibility: claim.credibility,
        note: claim.note,
        verdict: claim.verdict,
      }
    : null

const entryOf = (fake: FakeDesktop, operation: string) =>
  fake.past.findIndex((entry) => entry.operation.operation === operation)

export function openOperation(fake: FakeDesktop, operation: string): OpenOperation {
  const found =
    fake.here.operations.find((one) => one.operation === operation) ??
    refuse('not_found', 'There is no such operation.')
  const at = entryOf(fake, operation)
  const before = fake.past[at]?.before.claims ?? []
  const after = (fake.past[at + 1]?.before ?? fake.here).claims
  const ids = at < 0 ? [] : [...new Set([...before, ...after].map((claim) => claim.claim))]
  const of = (list: Claim[], id: string) => list.find((claim) => claim.claim === id)
  const changed = ids.filter((id) => JSON.stringify(then(of(before, id))) !== JSON.stringify(then(of(after, id))))
  return {
    operation: found,
    claims: changed.map((claim) => ({
      claim,
      document: of(after, claim)?.document ?? of(before, claim)?.document ?? null,
      before: then(of(before, claim)),
      after: then(of(after, claim)),
      now: then(of(fake.here.claims, claim)),
    })),
    more: 0,
    refusal:
      at < 0
        ? fault('undone', { what: found.said ?? found.summary })
        : at < fake.past.length - 1
          ? fault('changedLater', { what: found.said ?? found.summary })
          : null,
  }
}

export function undoOne(fake: FakeDesktop, operation: string): Operation {
  const { refusal } = openOperation(fake, operation)
  if (refusal) refuse('refused', refusal.words, refusal.said)
  return fake.step(true)
}
