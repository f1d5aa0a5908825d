// The longer answers of the fake desktop: an open question, an open disagreement, the matrix, the sheet.
import type {
  Claim,
  DisagreementPage,
  DisagreementQuery,
  Matrix,
  OpenDisagreement,
  OpenQuestion,
  ProjectSummary,
  Sheet,
  Side,
} from '../types'
import { periodWords } from '../plots/words'
import type { FakeDesktop } from './desktop'
import { saidOf, tie } from './said'
import { cut, type World } from './world'

const missing = (what: string): never => {
  throw Object.assign(new Error(what), { code: 'not_found', message: what })
}

export function summary(desktop: FakeDesktop): ProjectSummary {
  const world = desktop.world ?? missing('No project is open.')
  return {
    path: '/home/mara/corridor.gainsay',
    title: world.title,
    reviewer: desktop.settings.reviewer,
    read_only: false,
    documents: world.documents.length,
    claims: world.claims.length,
    questions: world.questions.length,
    disagreements_open: world.disagreements.filter((row) => row.status === 'open' && !row.internal).length,
    ...desktop.offers,
  }
}

const author = (world: World, document: string) =>
  world.documents.find((row) => row.document === document)?.author ??
  world.documents.find((row) => row.document === document)?.title ??
  ''

export function openQuestion(world: World, question: string): OpenQuestion {
  const row = world.questions.find((other) => other.question === question) ?? missing('There is no such question.')
  const claims = world.claims.filter((claim) => claim.question === question)
  const names = [...new Set(claims.map((claim) => author(world, claim.document)))]
  claims.sort((a, b) => names.indexOf(author(world, a.document)) - names.indexOf(author(world, b.document)))
  return {
    question: row,
    claims,
    answers: claims.map((claim) => world.answers[claim.claim] ?? claim.stance),
    origins: names.map((name, n) => {
      const own = claims.filter((claim) => author(world, claim.document) === name).map((claim) => claim.claim)
      const ties = own.length > 1 ? [tie('author', { author: name })] : []
      return { number: n + 1, name, claims: own, reasons: ties.map((one) => one.words), said: saidOf(ties) }
    }),
    disagreements: world.disagreements.filter((other) => other.question === question),
  }
}

export function disagreementPage(world: World, query: DisagreementQuery): DisagreementPage {
  const rows = world.disagreements
    .filter((row) => query.status === undefined || row.status === query.status)
    .toSorted((a, b) => Number(a.internal) - Number(b.internal) || b.severity - a.severity)
  const from = rows.findIndex((row) => row.disagreement === query.after) + 1
  const disagreements = rows.slice(from, from + (query.limit ?? 200))
  const many = (status: string) => world.disagreements.filter((row) => row.status === status).length
  return {
    disagreements,
    next: from + disagreements.length < rows.length ? (disagreements.at(-1)?.disagreement ?? null) : null,
    counts: { open: many('open'), confirmed: many('confirmed'), dismissed: many('dismissed') },
  }
}

export function openDisagreement(world: World, disagreement: string): OpenDisagreement {
  const row =
    world.disagreements.find((other) => other.disagreement === disagreement) ??
    missing('There is no such disagreement.')
  return { disagreement: row, sides: [side(world, row.claims[0]), side(world, row.claims[1])] }
}

function side(world: World, id: string): Side {
  const claim = world.claims.find((row) => row.claim === id) ?? missing('There is no such claim.')
  const { text, blocks } = world.texts[claim.document] ?? missing('There is no such document.')
  const start = claim.passages[0]?.start ?? 0
  const at = blocks.findIndex((block) => block.start <= start && start < block.end)
  const from = blocks[Math.max(0, at - 1)]?.start ?? 0
  const to = blocks[Math.min(blocks.length - 1, at + 1)]?.end ?? text.length
  const document =
    world.documents.find((row) => row.document === claim.document) ?? missing('There is no such document.')
  return { claim, document, context: cut(text, from, to), context_start: from, origin: author(world, claim.document) }
}

export function matrixOf(world: World): Matrix {
  return {
    questions: world.questions.toSorted((a, b) => b.disagreements - a.disagreements),
    documents: world.documents.map((row) => ({
      document: row.document,
      title: row.title,
      cells: world.questions
        .toSorted((a, b) => b.disagreements - a.disagreements)
        .map((question) => {
          const own = world.claims.filter(
            (claim) => claim.question === question.question && claim.document === row.document,
          )
          const claim = own[0]
          return claim
            ? {
                claim: claim.claim,
                answer: world.answers[claim.claim] ?? claim.stance,
                stance: claim.stance,
                verdict: claim.verdict,
                claims: own.length,
              }
            : null
        }),
    })),
  }
}

export function sheetOf(world: World, claims: Claim[]): Sheet {
  const chosen = new Set(claims.map((claim) => claim.claim))
  const one = (id: string) => world.claims.find((row) => row.claim === id)
  const documentOf = (id: string) => world.documents.find((row) => row.document === id)
  return {
    format: 'gainsay-claim-sheet',
    version: 1,
    title: world.title,
    generated: '2026-02-12T09:00:00Z',
    generator: 'gainsay 0.1.0',
    reviewers: ['Mara Kessel'],
    filter: '',
    claims: claims.map(
      (
        { distance, modified, created, disagreements: _disagreements, reading: _reading, verdicts, passages, ...claim },
        n,
      ) => ({
        ...claim,
        number: n + 1,
        distance,
        passages: passages.map((passage) => ({ ...passage, edition: 1, awaits: passage.awaits !== null })),
        value_text: world.answers[claim.claim] ?? null,
        period_text: periodWords(claim.period) || null,
        verdicts,
        override: verdicts.some((row) => row.override),
        origins: 1,
        author: documentOf(claim.document)?.author ?? null,
        publisher: documentOf(claim.document)?.publisher ?? null,
        published: documentOf(claim.document)?.published ?? null,
        reliability: documentOf(claim.document)?.reliability ?? null,
        created,
        modified,
      }),
    ),
    questions: world.questions
      .filter((row) => claims.some((claim) => claim.question === row.question))
      .map((row) => ({ ...row, answers: [] })),
    disagreements: world.disagreements
      .filter((row) => row.claims.every((claim) => chosen.has(claim)))
      .map((row) => ({
        ...row,
        statements: [one(row.claims[0])?.statement ?? '', one(row.claims[1])?.statement ?? ''],
        passages: [one(row.claims[0])?.passages[0]?.exact ?? '', one(row.claims[1])?.passages[0]?.exact ?? ''],
      })),
    sources: world.sources,
    documents: world.documents.map((row) => ({ ...row, reprint_of: null })),
  }
}
