// The fake project in memory: rows as the real lists return them, made from `texts.ts`.
import type {
  Anchoring,
  Block,
  BlockKind,
  Claim,
  Disagreement,
  Document,
  Mark,
  Operation,
  Question,
  Reading,
  Source,
  Suggestion,
  Value,
  When,
} from '../types'
import { many, readings } from './review'
import { contrastOf, deed } from './said'
import { claims as fakeClaims, disagreements as fakeDisagreements, questions as fakeQuestions, texts } from './texts'

export interface World {
  title: string
  documents: Document[]
  texts: Record<string, { text: string; blocks: Block[] }>
  claims: Claim[]
  answers: Record<string, string>
  suggestions: Suggestion[]
  questions: Question[]
  disagreements: Disagreement[]
  sources: Source[]
  operations: Operation[]
  drafts: Record<string, string>
  /** What a newer edition changed, and the texts it replaced, by document. */
  anchorings: Anchoring[]
  older: Record<string, { text: string; blocks: Block[] }[]>
}

const KINDS: Record<string, BlockKind> = {
  '=': 'title',
  '#': 'heading',
  '-': 'item',
  '>': 'quote',
  '^': 'footnote',
  '~': 'furniture',
  '|': 'row',
  '@': 'byline',
}
export const nothing: Reading = {
  quantities: [],
  periods: [],
  polarity: 'affirmed',
  modality: 'actual',
  attributed_to: [],
}
const long = typeof location !== 'undefined' && location.search.includes('long')

const length = (text: string) => [...text].length
export const id = (kind: string, n: number) => `0190${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`

function parse(lines: string[]) {
  let text = ''
  let at = 0
  const add = (words: string) => {
    text += words
    at += length(words)
  }
  const blocks: Block[] = []
  const passages: { claim: number | null; start: number; end: number }[] = []
  for (const line of lines) {
    const kind = KINDS[line[0] ?? ''] && line[1] === ' ' ? KINDS[line[0] ?? ''] : undefined
    let rest = kind ? line.slice(2) : line
    if (text) add('\n\n')
    const start = at
    for (
      let hit = /\{(\d+):([^}]*)\}|\[([^\]]*)\]/.exec(rest);
      hit;
      hit = /\{(\d+):([^}]*)\}|\[([^\]]*)\]/.exec(rest)
    ) {
      add(rest.slice(0, hit.index))
      const from = at
      add(hit[2] ?? hit[3] ?? '')
      passages.push({ claim: hit[1] === undefined ? null : Number(hit[1]), start: from, end: at })
      rest = rest.slice(hit.index + hit[0].length)
    }
    add(rest)
    blocks.push({
      kind: kind ?? 'paragraph',
      level: kind === 'heading' ? 2 : 0,
      start,
      end: at,
      mark: kind === 'footnote' ? '1' : null,
    })
  }
  return { text, blocks, passages }
}

export const cut = (text: string, start: number, end: number) => [...text].slice(start, end).join('')

/** The hedge that a short answer shows: "≈ 200", "almost 400". */
const hedgeOf = (answer: string | null): Value['hedge'] =>
  answer?.includes('≈') ? 'approx' : answer?.startsWith('almost') ? 'almost' : 'exact'

export function value(
  low: number | null,
  high: number | null,
  unit: string | null,
  answer: string | null,
): Value | null {
  return low === null ? null : { low, high, unit, per: null, hedge: hedgeOf(answer), change: null }
}

export function when(edtf: string | null): When | null {
  if (!edtf) return null
  const [year, part] = edtf.split('-')
  if (part === '23') return { edtf, from: `${year}-09-01`, to: `${year}-11-30`, relation: 'in', hedge: 'exact' }
  return {
    edtf,
    from: `${year}-${part ?? '01'}-01`,
    to: part ? `${year}-${part}-30` : `${year}-12-31`,
    relation: 'in',
    hedge: 'exact',
  }
}

export function make(): World {
  const world: World = {
    title: 'Maresh corridor',
    documents: [],
    texts: {},
    claims: [],
    answers: {},
    suggestions: [],
    questions: [],
    disagreements: [],
    sources: [],
    operations: [],
    drafts: {},
    anchorings: [],
    older: {},
  }
  fakeQuestions.forEach(([text, asks], n) =>
    world.questions.push({
      question: id('c1a0', n),
      text,
      asks,
      claims: 0,
      documents: 0,
      origins: 0,
      state: 'single-source',
      disagreements: 0,
      answer: null,
      rationale: null,
    }),
  )
  texts.forEach((given, n) => {
    const more =
      long && n === 0
        ? Array.from(
            { length: 4000 },
            (_, at) =>
              `Paragraph ${at + 1} of a long appendix: [the manifest of day ${at + 1} lists ${(at * 37) % 900} tonnes], and a remark that nobody reads.`,
          )
        : []
    const { text, blocks, passages } = parse([...given.blocks, ...more])
    const letters = [...text]
    const document = id('d0c0', n)
    world.texts[document] = { text, blocks }
    world.documents.push({
      document,
      title: given.title,
      author: given.author,
      publisher: given.publisher,
      published: given.published,
      url: null,
      format: n === 1 ? 'html' : 'txt',
      chars: length(text),
      sha256: 'e'.repeat(64),
      language: given.language ?? 'en',
      reliability: given.grade,
      created: '2026-02-0' + (n + 1) + 'T09:00:00Z',
      warnings: n === 1 ? [{ place: 'pictures', message: '3 pictures are not part of the text.' }] : [],
      claims: 0,
      suggestions_open: 0,
      suggestions_dismissed: 0,
      suggestions_claimed: 0,
      disagreements: 0,
      editions: 1,
      awaiting: 0,
    })
    const name = given.author ?? given.publisher
    if (name && !world.sources.some((source) => source.name === name))
      world.sources.push({ source: id('50ce', n), name, reliability: given.grade, note: null, documents: 1 })
    for (const passage of passages) {
      const exact = letters.slice(passage.start, passage.end).join('')
      if (passage.claim === null) {
        world.suggestions.push({
          suggestion: id('5099', world.suggestions.length),
          document,
          start: passage.start,
          end: passage.end,
          exact,
          kinds: ['quantity'],
          why: 'States an amount in words.',
          reading: nothing,
          dismissed: false,
          claimed: false,
        })
        continue
      }
      const row = fakeClaims[passage.claim]
      if (!row) continue
      const [statement, stance, verdict, question, answer, credited, low, high, unit, edtf] = row
      const claim = id('c1a1', passage.claim)
      if (answer) world.answers[claim] = answer
      const q = question === null ? undefined : world.questions[question]
      world.claims.push({
        claim,
        document,
        document_title: given.title,
        passages: [
          {
            start: passage.start,
            end: passage.end,
            exact,
            prefix: cut(text, Math.max(0, passage.start - 32), passage.start),
            suffix: cut(text, passage.end, passage.end + 32),
            edition: id('ed10', n),
            page: null,
            older: false,
            awaits: null,
          },
        ],
        statement,
        kind: low === null ? 'event' : 'figure',
        stance,
        attributed_to: credited,
        distance: null,
        question: q?.question ?? null,
        question_text: q?.text ?? null,
        value: value(low, high, unit, answer),
        period: when(edtf),
        reading: nothing,
        place: null,
        credibility: null,
        tags: low === null ? [] : ['trade'],
        note: null,
        verdict,
        rationale: verdict === 'unreviewed' ? null : 'Two ledgers kept by different offices.',
        reviewer: verdict === 'unreviewed' ? null : 'Mara Kessel',
        verdicts:
          verdict === 'unreviewed'
            ? []
            : ([
                {
                  reviewer: 'Mara Kessel',
                  verdict,
                  rationale: 'Two ledgers kept by different offices.',
                  override: false,
                  at: '2026-02-10T10:00:00Z',
                },
              ] as never),
        disagreements: [],
        awaits: false,
        created: '2026-02-09T10:00:00Z',
        modified: '2026-02-09T10:00:00Z',
      })
    }
  })
  for (const [a, b, kind, detail, severity] of fakeDisagreements)
    disagree(world, id('c1a1', a), id('c1a1', b), kind, detail, severity)
  ;[deed('import', { document: 'Trade figures from three documents' }), deed('addClaims', { n: 12 })].forEach(
    (what, n) =>
      world.operations.unshift({
        operation: id('0b00', n),
        sequence: n + 1,
        at: `2026-02-1${n}T10:00:00Z`,
        reviewer: 'Mara Kessel',
        kind: n === 0 ? 'import' : 'add-claims',
        summary: what.words,
        said: what.said,
        undoes: null,
        undone: false,
        changes: 12,
      }),
  )
  readings(world)
  count(world)
  if (typeof location !== 'undefined' && location.search.includes('many')) many(world)
  return world
}

export function disagree(
  world: World,
  a: string,
  b: string,
  kind: 'value' | 'stance' | 'period',
  detail: string,
  severity: number,
): Disagreement | null {
  const [one, two] = [world.claims.find((claim) => claim.claim === a), world.claims.find((claim) => claim.claim === b)]
  if (!one || !two || !one.question) return null
  const row: Disagreement = {
    disagreement: id('d15a', world.disagreements.length),
    question: one.question,
    question_text: one.question_text ?? '',
    claims: [a, b],
    documents: [one.document, two.document],
    document_titles: [one.document_title, two.document_title],
    answers: [world.answers[a] ?? one.stance, world.answers[b] ?? two.stance],
    reasons: [{ kind, detail, ...contrastOf(kind, one, two) }],
    severity,
    internal: one.document === two.document,
    status: 'open',
    rationale: null,
    reviewer: null,
    detected_by: 'rule',
  }
  world.disagreements.push(row)
  return row
}

/** Brings every count into line with the rows. */
export function count(world: World): void {
  const standing = world.disagreements.filter((row) => row.status !== 'dismissed')
  for (const claim of world.claims)
    claim.disagreements = standing.filter((row) => row.claims.includes(claim.claim)).map((row) => row.disagreement)
  for (const document of world.documents) {
    const own = world.suggestions.filter((suggestion) => suggestion.document === document.document)
    document.claims = world.claims.filter((claim) => claim.document === document.document).length
    document.suggestions_open = own.filter((suggestion) => !suggestion.dismissed && !suggestion.claimed).length
    document.suggestions_dismissed = own.filter((suggestion) => suggestion.dismissed).length
    document.suggestions_claimed = own.filter((suggestion) => suggestion.claimed).length + document.claims
    document.disagreements = standing.filter((row) => row.documents.includes(document.document)).length
  }
  for (const question of world.questions) {
    const own = world.claims.filter((claim) => claim.question === question.question)
    question.claims = own.length
    question.documents = new Set(own.map((claim) => claim.document)).size
    question.origins = new Set(
      own.map(
        (claim) => world.documents.find((document) => document.document === claim.document)?.author ?? claim.document,
      ),
    ).size
    question.disagreements = standing.filter((row) => row.question === question.question).length
    question.state = question.answer
      ? 'resolved'
      : own.length === 0
        ? 'unanswered'
        : question.disagreements
          ? 'disagreed'
          : question.origins > 1
            ? 'agreed'
            : 'single-source'
  }
}

export function marks(world: World, document: string): Mark[] {
  return world.claims
    .filter((claim) => claim.document === document)
    .map((claim) => ({
      claim: claim.claim,
      ranges: claim.passages.map((passage): [number, number] => [passage.start, passage.end]),
      statement: claim.statement,
      stance: claim.stance,
      verdict: claim.verdict,
      answer: world.answers[claim.claim] ?? null,
      question: claim.question,
      question_text: claim.question_text,
      disagreements: claim.disagreements,
      awaits: claim.awaits,
      page: claim.passages[0]?.page ?? null,
    }))
    .sort((a, b) => (a.ranges[0]?.[0] ?? 0) - (b.ranges[0]?.[0] ?? 0))
}
