// What the fake desktop answers, command by command.
import type {
  AnchorDecision,
  Asks,
  Bibliography,
  Claim,
  ClaimFields,
  ClaimQuery,
  ClaimTerm,
  DisagreementStatus,
  LogQuery,
  VerdictWord,
} from '../types'
import { anchorWords, deed, questionOf, titleOf, saidBack } from './said'
import { disagreementPage, matrixOf, openDisagreement, openQuestion, sheetOf, summary } from './answers'
import { refuse, type FakeDesktop } from './desktop'
import { anewOf, firstPage, suggestionsOf } from './page'
import { logOf, openOperation, undoOne } from './past'
import { pageOf, placesOf, rereadOf, tagsOf, termsOf } from './review'
import { originsOf, relationsOf } from './web'
import { editionCommands } from './editions'
import { referenceCommands } from './references'
import { cut, disagree, id, marks } from './world'

/** Every argument any command takes, under its name on the wire. */
interface Args {
  list: string
  sentences: string[]
  answers: string[]
  path: string | null
  own: boolean
  place: unknown
  anchoring: string
  decision: AnchorDecision
  number: number
  nth: number
  columns: string[]
  settings: FakeDesktop['settings']
  title: string
  document: string
  documents: string[]
  given: Bibliography
  paths: string[]
  files: number[]
  password: string
  text: string
  name: string
  reliability: string | null
  suggestions: string[]
  start: number
  end: number
  anchor: { range: [number, number] }
  fields: ClaimFields
  claim: string
  claims: string[]
  add: string[]
  remove: string[]
  every: number
  field: ClaimTerm
  query: ClaimQuery
  verdict: VerdictWord
  rationale: string | null
  overrides: boolean
  question: string
  from: string
  into: string
  asks: Asks
  answer: string
  disagreement: string
  operation: string
  status: DisagreementStatus | null
  a: string
  b: string
  limit: number
  before: number | null
  words: string
  key: string
  body: string
  format: string
}
/** Every command under its name on the wire. */
export const commandsOf = (fake: FakeDesktop): Record<string, (given: Args) => unknown> => ({
  start: ({ document }) => ({
    project: fake.world && summary(fake),
    first: fake.world && firstPage(fake, document, commandsOf(fake)),
    recent: [{ path: '/home/mara/corridor.gainsay', title: 'Maresh corridor', opened: '2026-02-10T10:00:00Z' }],
    settings: fake.settings,
    problem: null,
    sample: 'sample',
    version: '0.1.0',
    windows: fake.windows,
  }),
  settings_set: ({ settings }) => void (fake.settings = settings),
  project_new: () => fake.begin(),
  project_open: () => fake.begin(),
  project_open_sample: () => fake.begin(),
  project_close: () => ((fake.world = null), fake.emit('project-opened', null)),
  leave: () => null,
  window_new: () => {
    fake.windows = [...fake.windows, `window-${fake.windows.length + 1}`]
    fake.emit('windows-changed', fake.windows)
  },
  place: () => fake.place,
  place_keep: ({ place }) => void (fake.place = place),
  backup_folder_set: ({ own }) => {
    fake.settings = { ...fake.settings, backup_folder: own ? null : '/media/mara/disk/backups' }
    fake.emit('settings-changed', fake.settings)
    return fake.settings
  },
  backups: () => [
    { at: '2026-02-10T10:00:00Z', path: '/home/mara/.local/share/gainsay/backups/0192/20260210T100000Z-41.gainsay' },
  ],
  print: () => void (fake.printed = document.querySelector('[data-print]')?.textContent ?? ''),
  project_set_title: ({ title }) =>
    fake.write('set-title', deed('setTitle', { title }), (world) => void (world.title = title)),
  project_summary: () => fake.world && summary(fake),
  documents: () => fake.here.documents,
  document_begin: (given) => commandsOf(fake).document_open?.(given),
  document_open: ({ document }) => {
    const world = fake.here
    const row =
      world.documents.find((other) => other.document === document) ?? refuse('not_found', 'There is no such document.')
    return {
      document: row,
      edition: id('ed10', 0),
      edition_number: row.editions,
      editions: row.editions,
      current: true,
      whole: true,
      pages: [],
      ...world.texts[document],
      references: [],
      marks: marks(world, document),
      suggestions: suggestionsOf(world, document),
      relations: [],
    }
  },
  said: ({ list, sentences }) => sentences.map((one) => saidBack(list, one)),
  answers_read: ({ answers }) =>
    answers.map((words) => {
      const stances: readonly string[] = ['affirms', 'denies', 'doubts', 'reports']
      if (stances.includes(words)) return { stance: words, value: null, period: null }
      const claim = fake.here.claims.find((row) => fake.here.answers[row.claim] === words)
      return claim ? { stance: null, value: claim.value, period: claim.value ? null : claim.period } : null
    }),
  documents_named: ({ documents }) => fake.here.documents.filter((row) => documents.includes(row.document)),
  document_anew: ({ document, claims }) => anewOf(fake.here, document, claims),
  document_edit: ({ document, given }) =>
    fake.write(
      'edit-document',
      deed('editDocument', { document: titleOf(fake, document) }),
      (world) => void Object.assign(world.documents.find((row) => row.document === document) ?? {}, given),
    ),
  document_remove: ({ document }) =>
    fake.write(
      'remove-document',
      deed('removeDocument', { document: titleOf(fake, document) }),
      (world) =>
        void (
          (world.documents = world.documents.filter((row) => row.document !== document)),
          (world.claims = world.claims.filter((row) => row.document !== document))
        ),
    ),
  import_dialog: () => ['/home/mara/new-article.txt', '/home/mara/report.html'],
  import_folder_dialog: () => ['/home/mara/press'],
  import_files: ({ paths }) => fake.import(paths),
  import_unlock: ({ files, password }) => fake.unlock(files, password),
  import_cancel: () => void (fake.cancelled = true),
  import_pasted: ({ text }) => fake.paste(text, 'Pasted text'),
  sources: () => fake.here.sources,
  source_set: ({ name, reliability }) =>
    fake.write(
      'set-source',
      deed('grade', { source: name, grade: String(reliability) }),
      (world) =>
        world.documents.forEach((row) => (row.author ?? row.publisher) === name && (row.reliability = reliability)),
      { lists: true },
    ),
  relate: () => fake.write('relate', deed('cites', { document: 'One', other: 'Another' }), () => null),
  unrelate: () => fake.write('unrelate', deed('unrelate', { what: 'One cites another' }), () => null),
  relations: () => relationsOf(fake.here),
  document_origins: () => originsOf(fake.here),
  suggestion_dismiss: ({ suggestions }) =>
    fake.write('dismiss-suggestion', deed('dismissSuggestion'), (world) =>
      world.suggestions.forEach((row) => suggestions.includes(row.suggestion) && (row.dismissed = true)),
    ),
  suggestion_restore: ({ suggestions }) =>
    fake.write('restore-suggestion', deed('restoreSuggestion'), (world) =>
      world.suggestions.forEach((row) => suggestions.includes(row.suggestion) && (row.dismissed = false)),
    ),
  claim_propose: ({ document, start, end }) => fake.propose(document, start, end),
  claim_add: ({ document, anchor, fields }) =>
    fake.write(
      'add-claim',
      deed('addClaim', { statement: fields.statement ?? anchorWords(fake, document, anchor.range) }),
      (world) => {
        const [start, end] = anchor.range
        const proposal = fake.propose(document, start, end)
        const claim: Claim = {
          ...structuredClone(world.claims[0] ?? refuse('internal', 'no model claim')),
          claim: id('c1a1', Date.now()),
          document,
          document_title: world.documents.find((row) => row.document === document)?.title ?? '',
          passages: [fake.passage(document, anchor.range)],
          statement: proposal.statement,
          stance: proposal.stance,
          attributed_to: null,
          value: proposal.value,
          period: proposal.period,
          reading: proposal.reading,
          question: null,
          question_text: null,
          verdict: 'unreviewed',
          verdicts: [],
          rationale: null,
          reviewer: null,
          disagreements: [],
          tags: [],
          created: new Date().toISOString(),
        }
        world.claims.push(claim)
        fake.apply(claim, fields)
        if (claim.value) world.answers[claim.claim] = proposal.value_words ?? String(claim.value.low)
        for (const row of world.suggestions)
          if (row.document === document && row.start < end && start < row.end) row.claimed = true
        return fake.recorded(claim)
      },
    ),
  claim_edit: ({ claim, fields }) => (
    rereadOf(fake.claimOf(claim), fields),
    fake.write(
      'edit-claim',
      deed('editClaim', { statement: fake.claimOf(claim).statement }),
      () => (fake.apply(fake.claimOf(claim), fields), fake.recorded(fake.claimOf(claim))),
    )
  ),
  claims_edit: ({ claims, fields }) =>
    fake.write('edit-claims', deed('editClaims', { n: claims.length }), () =>
      claims.forEach((one) => fake.apply(fake.claimOf(one), fields)),
    ),
  passage_add: ({ claim, anchor }) =>
    fake.write('add-passage', deed('addPassage', { statement: fake.claimOf(claim).statement, passage: '…' }), () => {
      const row = fake.claimOf(claim)
      row.passages.push(fake.passage(row.document, anchor.range))
      return row
    }),
  passage_move: ({ claim, nth, anchor }) =>
    fake.write('move-passage', deed('movePassage', { statement: fake.claimOf(claim).statement, passage: '…' }), () => {
      const row = fake.claimOf(claim)
      row.passages[nth] = fake.passage(row.document, anchor.range)
      return row
    }),
  passage_remove: ({ claim, nth }) =>
    fake.write(
      'remove-passage',
      deed('removePassage', { passage: '…', statement: fake.claimOf(claim).statement }),
      () => {
        const row = fake.claimOf(claim)
        if (row.passages.length === 1) refuse('refused', 'A claim rests on one passage at least.')
        row.passages.splice(nth, 1)
        return row
      },
    ),
  claim_delete: ({ claim }) =>
    fake.write(
      'delete-claim',
      deed('deleteClaim', { statement: fake.claimOf(claim).statement }),
      (world) =>
        void (
          (world.claims = world.claims.filter((row) => row.claim !== claim)),
          (world.disagreements = world.disagreements.filter((row) => !row.claims.includes(claim)))
        ),
    ),
  claims_delete: ({ claims }) =>
    fake.write('delete-claims', deed('deleteClaims', { n: claims.length }), (world) => {
      world.claims = world.claims.filter((row) => !claims.includes(row.claim))
      world.disagreements = world.disagreements.filter((row) => !row.claims.some((claim) => claims.includes(claim)))
    }),
  claims_tag: ({ claims, add, remove }) =>
    fake.write('tag-claims', deed('tagClaims', { n: claims.length }), () => {
      for (const row of claims.map((one) => fake.claimOf(one)))
        row.tags = [...new Set([...row.tags, ...add])].filter((tag) => !remove.includes(tag))
    }),
  claims_tags: ({ claims }) => tagsOf(claims.map((one) => fake.claimOf(one))),
  claim_places: ({ query, every }) => placesOf(fake.find(query), query, every),
  claim_reread: ({ claim, fields }) => rereadOf(fake.claimOf(claim), fields),
  claim_terms: ({ field }) => termsOf(fake.here, field),
  claim: ({ claim }) => fake.claimOf(claim),
  claims: ({ query }) => pageOf(fake.find(query), query),
  claim_verdict: ({ claims, verdict, rationale, overrides }) => {
    if (verdict === 'corroborated' && !overrides && claims.some((one) => fake.claimOf(one).disagreements.length))
      refuse(
        'needs_override',
        'This claim has an open disagreement. Give the reason why it is corroborated all the same, or decide the disagreement first.',
      )
    return fake.write(
      'verdict',
      claims.length === 1
        ? deed('verdict', { statement: fake.claimOf(claims[0] ?? '').statement, verdict })
        : deed('verdicts', { n: claims.length, verdict }),
      () => {
        for (const one of claims)
          Object.assign(fake.claimOf(one), {
            verdict,
            rationale,
            reviewer: fake.settings.reviewer,
            verdicts: [
              {
                reviewer: fake.settings.reviewer,
                verdict,
                rationale,
                override: overrides,
                at: new Date().toISOString(),
              },
            ],
          })
        return claims.length
      },
    )
  },
  questions: () => fake.here.questions,
  question_open: ({ question }) => openQuestion(fake.here, question),
  question_merge: ({ from, into }) =>
    fake.write(
      'merge-questions',
      deed('merge', { question: questionOf(fake, from), other: questionOf(fake, into) }),
      (world) =>
        void (
          world.claims.forEach((row) => row.question === from && (row.question = into)),
          (world.questions = world.questions.filter((row) => row.question !== from))
        ),
    ),
  question_split: ({ text, claims }) =>
    fake.write('split-question', deed('split', { question: text, other: '…' }), () =>
      claims.forEach((one) => fake.apply(fake.claimOf(one), { question: { text } })),
    ),
  question_rename: ({ question, text }) =>
    fake.write(
      'rename-question',
      deed('rename', { question: questionOf(fake, question), other: text }),
      (world) => void Object.assign(world.questions.find((row) => row.question === question) ?? {}, { text }),
    ),
  question_asks: ({ question, asks }) =>
    fake.write(
      'question-asks',
      deed('ask', { question: questionOf(fake, question), asks }),
      (world) => void Object.assign(world.questions.find((row) => row.question === question) ?? {}, { asks }),
    ),
  question_resolve: ({ question, answer, rationale }) =>
    fake.write(
      'resolve-question',
      deed('conclude', { question: questionOf(fake, question), answer }),
      (world) =>
        void Object.assign(world.questions.find((row) => row.question === question) ?? {}, { answer, rationale }),
    ),
  matrix: () => matrixOf(fake.here),
  disagreements: ({ query }) => disagreementPage(fake.here, query),
  disagreement_open: ({ disagreement }) => openDisagreement(fake.here, disagreement),
  disagreement_decide: ({ disagreement, status, rationale }) =>
    fake.write(
      'decide-disagreement',
      deed(status === 'confirmed' ? 'confirm' : status === 'dismissed' ? 'dismiss' : 'openAgain', {
        question: fake.here.disagreements.find((row) => row.disagreement === disagreement)?.question_text ?? '',
      }),
      (world) =>
        void Object.assign(world.disagreements.find((row) => row.disagreement === disagreement) ?? {}, {
          status: status ?? 'open',
          rationale,
          reviewer: fake.settings.reviewer,
        }),
    ),
  disagreement_add: ({ a, b, rationale }) =>
    fake.write(
      'add-disagreement',
      deed('report', { statement: fake.claimOf(a).statement, other: fake.claimOf(b).statement }),
      (world) => void disagree(world, a, b, 'stance', rationale ?? '', 0.5),
    ),
  history: ({ limit, query }) => logOf(fake, query as unknown as LogQuery, limit),
  history_terms: () => ({
    reviewers: [...new Set(fake.here.operations.map((one) => one.reviewer))].sort(),
    kinds: [...new Set(fake.here.operations.map((one) => one.kind))].sort(),
  }),
  operation_open: ({ operation }) => openOperation(fake, operation),
  operation_undo: ({ operation }) => undoOne(fake, operation),
  ...editionCommands(fake),
  ...referenceCommands(fake),
  undo: () => fake.step(true),
  redo: () => fake.step(false),
  search: ({ words, limit }) => {
    const low = words.toLowerCase()
    const world = fake.here
    const paragraphs = world.documents.flatMap((row) =>
      (world.texts[row.document]?.blocks ?? []).map((block) => ({
        document: row.document,
        document_title: row.title,
        start: block.start,
        end: block.end,
        snippet: cut(world.texts[row.document]?.text ?? '', block.start, block.end),
      })),
    )
    return {
      paragraphs: paragraphs.filter((hit) => hit.snippet.toLowerCase().includes(low)).slice(0, limit),
      claims: fake.find({ search: words, descending: false }).slice(0, limit),
      questions: world.questions.filter((row) => row.text.toLowerCase().includes(low)).slice(0, limit),
    }
  },
  codebook: () => [
    ...['figure', 'event', 'agreement'].map((word) => ({ list: 'kind', word, definition: null })),
    ...['trade', 'arms', 'troops'].map((word) => ({ list: 'tag', word, definition: null })),
  ],
  draft_keep: ({ key, body }) => void (fake.here.drafts[key] = body),
  draft: ({ key }) => fake.here.drafts[key] ?? null,
  draft_drop: ({ key }) => void Reflect.deleteProperty(fake.here.drafts, key),
  sheet: ({ query }) => sheetOf(fake.here, fake.find(query)),
  export_sheet: ({ format, query, columns }) => {
    fake.exported = { format, columns }
    return { path: `/home/mara/claims.${format}`, claims: fake.find(query).length }
  },
  check: () => [],
  backup: () => '/home/mara/backups/corridor.gainsay',
  restore: () => fake.begin(),
})
