// The fake desktop's state and its verbs. It keeps the seam's promises as far as the window can tell: every write is an
// operation, undo and redo work, a change is told after it is made.
import type {
  OperationKind,
  Said,
  Told,
  Changes,
  Claim,
  ClaimFields,
  ClaimQuery,
  Disagreement,
  Failure,
  Imported,
  LockedFile,
  Operation,
  Passage,
  Proposal,
  Recorded,
  Stance,
  VerdictWord,
} from '../types'
import { count, cut, disagree, id, make, nothing, value, when, type World } from './world'
import { summary } from './answers'
import { again, deed, toldOf } from './said'
import { PASSWORD, refusal, toldOfFile } from './files'

const nameOf = (path: string) => path.split('/').at(-1) ?? path

export const refuse = (code: string, message: string, said: Said | null = null): never => {
  throw Object.assign(new Error(message), { code, message, said })
}

export class FakeDesktop {
  world: World | null
  past: { before: World; operation: Operation }[] = []
  future: { after: World; operation: Operation }[] = []
  /** What the last export was asked for. */
  exported: { format: string; columns: string[] } | null = null
  settings = {
    reviewer: 'Mara Kessel',
    theme: 'system',
    language: 'system',
    reading_font: 'serif',
    zoom: 100,
    panes: { library: 240, claim: 352 },
    last_view: 'read',
    keys: {},
    backup_folder: null as string | null,
  }
  emit: (event: string, payload: unknown) => void
  cancelled = false
  /** Files that wait for a password. */
  locked: string[] = []
  /** The file that the dialog for a newer version names. */
  replacing = '/home/mara/corrected.txt'
  place: unknown = null
  windows = ['main']
  printed: string | null = null

  constructor(emit: (event: string, payload: unknown) => void, open = true) {
    this.emit = emit
    this.world = open ? make() : null
  }

  get here(): World {
    return this.world ?? refuse('not_found', 'No project is open.')
  }

  /** Changes the world as one operation, and tells it afterwards. */
  write<T>(kind: OperationKind, what: Told, change: (world: World) => T, touched: Partial<Changes> = {}): T {
    const before = structuredClone(this.here)
    const result = change(this.here)
    count(this.here)
    const operation: Operation = {
      operation: id('0b00', Date.now()),
      sequence: this.here.operations.length + 1,
      at: new Date().toISOString(),
      reviewer: this.settings.reviewer,
      kind,
      summary: what.words,
      said: what.said,
      undoes: null,
      undone: false,
      changes: 1,
    }
    this.here.operations.unshift(operation)
    this.past.push({ before, operation })
    this.future = []
    this.tell(kind, what, touched)
    return result
  }

  tell(kind: OperationKind, what: Told, touched: Partial<Changes> = {}) {
    const all = this.here
    const changes: Changes = {
      kind,
      summary: what.words,
      said: what.said,
      documents: all.documents.map((row) => row.document),
      claims: [
        ...new Set(
          [...all.claims, ...(this.past.at(-1)?.before.claims ?? []), ...(this.future.at(-1)?.after.claims ?? [])].map(
            (row) => row.claim,
          ),
        ),
      ],
      questions: all.questions.map((row) => row.question),
      disagreements: all.disagreements.map((row) => row.disagreement),
      lists: false,
      ...this.offers,
      ...touched,
    }
    setTimeout(() => this.emit('project-changed', changes))
  }

  /** What could be taken back or done again. */
  get offers(): { undo: Told | null; redo: Told | null } {
    const of = (entry: { operation: Operation } | undefined) => (entry ? toldOf(entry.operation) : null)
    return { undo: of(this.past.at(-1)), redo: of(this.future.at(-1)) }
  }

  claimOf = (claim: string): Claim =>
    this.here.claims.find((row) => row.claim === claim) ?? refuse('not_found', 'There is no such claim.')

  apply(claim: Claim, fields: ClaimFields) {
    const world = this.here
    if (fields.statement !== undefined) claim.statement = fields.statement
    if (fields.stance) claim.stance = fields.stance
    if (fields.kind !== undefined) claim.kind = fields.kind || null
    if (fields.attributed_to !== undefined) claim.attributed_to = fields.attributed_to || null
    if (fields.place !== undefined) claim.place = fields.place || null
    if (fields.tags) claim.tags = fields.tags
    if (fields.note !== undefined) claim.note = fields.note || null
    if (fields.value !== undefined) {
      const number =
        Number(/[\d.,]+/.exec(fields.value)?.[0]?.replaceAll(',', '')) * (fields.value.includes('million') ? 1e6 : 1)
      claim.value = fields.value ? value(number, number, fields.unit ?? claim.value?.unit ?? null, fields.value) : null
    }
    if (fields.unit !== undefined && claim.value) claim.value = { ...claim.value, unit: fields.unit || null }
    if (fields.period !== undefined) claim.period = when(fields.period || null)
    if (fields.question) {
      const choice = fields.question
      let question = world.questions.find((row) =>
        'id' in choice ? row.question === choice.id : row.text === choice.text,
      )
      if (!question && 'text' in choice && choice.text) {
        question = {
          question: id('c1a0', world.questions.length + 100),
          text: choice.text,
          asks: 'how-much',
          claims: 0,
          documents: 0,
          origins: 0,
          state: 'unanswered',
          disagreements: 0,
          answer: null,
          rationale: null,
        }
        world.questions.push(question)
      }
      claim.question = question?.question ?? null
      claim.question_text = question?.text ?? null
    }
    claim.modified = new Date().toISOString()
  }

  recorded(claim: Claim): Recorded {
    const world = this.here
    const found: Disagreement[] = []
    for (const other of world.claims) {
      if (
        other.claim === claim.claim ||
        other.question === null ||
        other.question !== claim.question ||
        !other.value ||
        !claim.value
      )
        continue
      if (world.disagreements.some((row) => row.claims.includes(claim.claim) && row.claims.includes(other.claim)))
        continue
      if (Math.abs((other.value.low ?? 0) - (claim.value.low ?? 0)) < 0.1 * (other.value.low ?? 1)) continue
      const row = disagree(
        world,
        claim.claim,
        other.claim,
        'value',
        `${world.answers[claim.claim] ?? claim.value.low} and ${world.answers[other.claim] ?? other.value.low} exclude one another.`,
        0.8,
      )
      if (row) found.push(row)
    }
    return structuredClone({ claim, disagreements: found })
  }

  passage(document: string, [start, end]: [number, number]): Passage {
    const { text } = this.here.texts[document] ?? refuse('not_found', 'There is no such document.')
    return {
      start,
      end,
      exact: cut(text, start, end),
      prefix: '',
      suffix: '',
      edition: id('ed10', 0),
      page: null,
      older: false,
      awaits: null,
    }
  }

  propose(document: string, start: number, end: number): Proposal {
    const world = this.here
    const { text } = world.texts[document] ?? refuse('not_found', 'There is no such document.')
    const exact = cut(text, start, end)
    const money = /(?:about )?\$?([\d.,]+) ?(million|soldiers|per cent)?/.exec(exact)
    const year = /\b(?:in |since )?((?:19|20)\d\d)\b/.exec(exact)
    const span = (hit: RegExpExecArray) => ({
      start: start + [...exact.slice(0, hit.index)].length,
      end: start + [...exact.slice(0, hit.index)].length + [...hit[0].trimEnd()].length,
      text: hit[0].trimEnd(),
    })
    const number =
      money && !/^(19|20)\d\d$/.test(money[1] ?? '')
        ? Number(money[1]?.replaceAll(',', '')) * (money[2] === 'million' ? 1e6 : 1)
        : null
    const unit =
      exact.includes('$') || exact.includes('dollar')
        ? 'USD'
        : money?.[2] === 'per cent'
          ? 'percent'
          : money?.[2] === 'soldiers'
            ? 'soldier'
            : null
    const proposed = number === null ? null : value(number, number, unit, exact.includes('about') ? '≈' : '')
    const asked = world.questions.filter((row) => row.asks === 'how-much').slice(0, 2)
    return {
      document,
      start,
      end,
      exact,
      page: null,
      statement: exact.replace(/\s+/g, ' ').trim(),
      kind: number === null ? 'event' : 'figure',
      stance: /\b(no|not|denied)\b/i.test(exact) ? 'denies' : /said|believed/.test(exact) ? 'reports' : 'affirms',
      attributed_to: null,
      value: proposed,
      value_words: number === null ? null : (money?.[0] ?? '').replace('$', '').trim(),
      period: year ? when(year[1] ?? null) : null,
      place: null,
      reading: {
        ...nothing,
        quantities:
          money && proposed
            ? [
                {
                  ...span(money),
                  low: number,
                  high: number,
                  unit,
                  dimension: 'money',
                  per: null,
                  hedge: proposed.hedge,
                  change: null,
                },
              ]
            : [],
        periods: year
          ? [
              {
                ...span(year),
                edtf: year[1] ?? null,
                from: null,
                to: null,
                relation: 'in',
                hedge: 'exact',
                problem: null,
              },
            ]
          : [],
      },
      questions: (number === null ? [] : asked).map((question, n) => ({
        question: structuredClone(question),
        common: ['measure' as const, 'time' as const, 'words' as const],
        fit: 0.9 - n / 10,
        sure: n === 0,
        answers: world.claims
          .filter((row) => row.question === question.question)
          .map((row, at) => ({
            claim: row.claim,
            document_title: row.document_title,
            answer: world.answers[row.claim] ?? '–',
            stance: row.stance,
            verdict: row.verdict,
            origin: at + 1,
          })),
      })),
      new_question: `What is said of ${exact.split(' ').slice(0, 5).join(' ')}?`,
    }
  }

  find(query: ClaimQuery): Claim[] {
    const words = (query.search ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word && !word.includes(':'))
    const filter = (name: string) => new RegExp(`${name}:(\\S+)`).exec(query.search ?? '')?.[1]?.split(',')
    const verdicts = query.verdict ? [query.verdict] : (filter('verdict') as VerdictWord[] | undefined)
    const stances = query.stance ? [query.stance] : (filter('stance') as Stance[] | undefined)
    const found = this.here.claims.filter(
      (row) =>
        words.every((word) => `${row.statement} ${row.document_title}`.toLowerCase().includes(word)) &&
        (!verdicts || verdicts.includes(row.verdict)) &&
        (!stances || stances.includes(row.stance)) &&
        (!query.document || row.document === query.document) &&
        (!query.question || row.question === query.question) &&
        (!query.kind || row.kind === query.kind) &&
        (!query.tag || row.tags.includes(query.tag)),
    )
    return found
  }

  async import(paths: string[]) {
    this.cancelled = false
    const imported: Imported[] = []
    const locked: LockedFile[] = []
    const failed: { file: string; error: Failure }[] = []
    for (const [n, path] of paths.entries()) {
      await new Promise((done) => setTimeout(done, 150))
      if (this.cancelled) break
      if (path.includes('locked')) {
        this.locked.push(path)
        locked.push({ id: this.locked.length, file: path, tried: false })
        continue
      }
      const error = refusal(nameOf(path))
      if (error) {
        failed.push({ file: path, error })
        continue
      }
      imported.push(this.file(path))
      this.emit('import-progress', {
        done: n + 1,
        total: paths.length,
        file: path,
        imported: imported.at(-1),
        error: null,
        finished: n + 1 === paths.length,
      })
    }
    return { imported, failed, locked, left_out: [], cancelled: this.cancelled }
  }

  /** A password for locked files, numbered from 1. */
  unlock(files: number[], password: string) {
    const names = files.map((id) => [id, this.locked[id - 1] ?? refuse('not_found', 'No such file.')] as const)
    const right = password === PASSWORD
    return {
      imported: right ? names.map(([, path]) => this.file(path)) : [],
      failed: [],
      locked: right ? [] : names.map(([id, file]) => ({ id, file, tried: true })),
      left_out: [],
      cancelled: false,
    }
  }

  /** A file that is imported; one called "newer…" is like the first document, one whose name lies is told. */
  file(path: string): Imported {
    const name = nameOf(path)
    const imported = this.paste(`Text of ${path}. In 2018 trade came to 610 million dollars.`, name)
    const newer_of = name.startsWith('newer') ? (this.here.documents[0]?.document ?? null) : null
    const warnings = toldOfFile(name)
    const row = this.here.documents.find((one) => one.document === imported.document)
    if (row) row.warnings = warnings
    return { ...imported, file: path, newer_of, warnings }
  }

  paste(text: string, title: string): Imported {
    return this.write('import', deed('import', { document: title }), (world) => {
      const document = id('d0c0', world.documents.length + 50)
      const first = world.documents[0] ?? refuse('internal', 'no model document')
      world.texts[document] = {
        text,
        blocks: [{ kind: 'paragraph', level: 0, start: 0, end: [...text].length, mark: null }],
      }
      world.documents.push({
        ...first,
        document,
        title,
        author: null,
        publisher: null,
        published: null,
        reliability: null,
        warnings: [],
        chars: [...text].length,
      })
      return { file: title, duplicate_of: null, newer_of: null, ...first, document, title }
    })
  }

  step(back: boolean): Operation {
    const from = back ? this.past : this.future
    const entry = from.pop() ?? refuse('refused', back ? 'There is nothing to undo.' : 'There is nothing to redo.')
    const now = this.here
    if ('before' in entry) {
      this.future.push({ after: now, operation: entry.operation })
      this.world = entry.before
    } else {
      this.past.push({ before: now, operation: entry.operation })
      this.world = entry.after
    }
    const kind = back ? 'undo' : 'redo'
    this.tell(kind, again(kind, toldOf(entry.operation)), { lists: true })
    return { ...entry.operation, kind, undoes: entry.operation.operation }
  }

  begin() {
    this.world = make()
    this.past = []
    this.future = []
    setTimeout(() => this.emit('project-opened', summary(this)))
    return summary(this)
  }
}
