// The one seam between window and desktop: a function for each command, a listener for each event.
// Nothing else calls the desktop. Rejections are `Failure`s; `failure()` makes one of anything that was thrown.
import * as core from '@tauri-apps/api/core'
import * as event from '@tauri-apps/api/event'
import { told } from './said'
import type {
  Anchor,
  AnchorDecision,
  Answered,
  AnchoringPage,
  AnchoringQuery,
  Asks,
  Attachment,
  BackupRow,
  Bibliography,
  Changes,
  Claim,
  ClaimFields,
  ClaimPlaces,
  ClaimQuery,
  ClaimTerm,
  CodebookEntry,
  DisagreementPage,
  DisagreementQuery,
  DisagreementStatus,
  Document,
  DocumentAnew,
  DocumentOrigin,
  DocumentRelation,
  EditionRow,
  Failure,
  Hits,
  Imported,
  ImportProgress,
  ImportReport,
  Matrix,
  OpenDisagreement,
  OpenDocument,
  OpenQuestion,
  ListedClaims,
  LogQuery,
  LogTerms,
  OpenOperation,
  Operation,
  Place,
  Problem,
  ProjectSummary,
  Proposal,
  Question,
  Recorded,
  RelationKind,
  Replaced,
  Replacing,
  Reread,
  Settings,
  Said,
  Sheet,
  SheetFormat,
  ShownReferences,
  Source,
  Start,
  Status,
  VerdictWord,
} from './types'

/** What stands behind the seam: the desktop, or the fake one in development and tests. */
export interface Desktop {
  invoke<T>(command: string, args?: Record<string, unknown>): Promise<T>
  listen<T>(event: string, handler: (payload: T) => void): Promise<() => void>
}

/** This window's name, and what it was opened to show. */
export const here = read(location.search)

function read(search: string): { window: string; view: string | null; document: string | null } {
  const asked = new URLSearchParams(search)
  return { window: asked.get('window') ?? 'main', view: asked.get('view'), document: asked.get('document') }
}

let desktop: Promise<Desktop> | undefined

function reach(): Promise<Desktop> {
  desktop ??= import.meta.env.MODE === 'fake' ? import('./fake').then((fake) => fake.desktop()) : Promise.resolve(tauri)
  return desktop
}

const tauri: Desktop = {
  invoke: (command, args) => core.invoke(command, args),
  // What is meant for one window reaches that one alone; what is for all reaches it too.
  listen: (name, handler) =>
    event.listen(name, (message) => handler(message.payload as never), { target: here.window }),
}

/** Puts another desktop behind the seam: tests only. */
export function standIn(other: Desktop): void {
  desktop = Promise.resolve(other)
}

const call = async <T>(command: string, args?: Record<string, unknown>): Promise<T> =>
  (await reach()).invoke<T>(command, args)

const on = async <T>(event: string, handler: (payload: T) => void): Promise<() => void> =>
  (await reach()).listen<T>(event, handler)

/** Whatever was thrown, as code and sentence in the language of the window. */
export function failure(thrown: unknown): Failure {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown) {
    const failure = thrown as Failure
    return { ...failure, message: told(failure.message, failure.said) }
  }
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) }
}

// Events
export const onProjectChanged = (handler: (changes: Changes) => void) => on('project-changed', handler)
export const onProjectOpened = (handler: (summary: ProjectSummary | null) => void) => on('project-opened', handler)
export const onImportProgress = (handler: (progress: ImportProgress) => void) => on('import-progress', handler)
export const onStatus = (handler: (status: Status) => void) => on('status', handler)
/** The window is asked to close, and waits a moment for what is half filled to be kept. */
export const onClosing = (handler: () => void) => on<null>('closing', handler)
export const onFilesDropped = (handler: (paths: string[]) => void) => on('files-dropped', handler)

export const onSettingsChanged = (handler: (settings: Settings) => void) => on('settings-changed', handler)
export const onWindowsChanged = (handler: (windows: string[]) => void) => on('windows-changed', handler)

// The window and its project
/** All that the first page shows, in one answer; `document` is the one to begin with. */
export const start = (document: string | null = null) => call<Start>('start', { document })
export const settingsSet = (settings: Settings) => call<null>('settings_set', { settings })
export const projectNew = (path: string | null, title: string | null) =>
  call<ProjectSummary | null>('project_new', { path, title })
export const projectOpen = (path: string | null, readOnly = false) =>
  call<ProjectSummary | null>('project_open', { path, readOnly })
export const projectOpenSample = () => call<ProjectSummary | null>('project_open_sample')
export const projectClose = () => call<null>('project_close')
export const projectSetTitle = (title: string) => call<null>('project_set_title', { title })
export const projectSummary = () => call<ProjectSummary | null>('project_summary')
/** Closes the window: the answer to `onClosing`. */
export const leave = () => call<null>('leave')
/** Opens another window on the same project, which begins with a view and a document. */
export const windowNew = (view: string, document: string | null) =>
  call<null>('window_new', { beginning: { view, document } })
/** Where one was in the open project; `null` where it is new on this machine. */
export const place = () => call<Place | null>('place')
export const placeKeep = (place: Place) => call<null>('place_keep', { place })
/** Has the system's dialog choose where automatic backups go, or has them go to our own folder; `null` where cancelled. */
export const backupFolderSet = (own: boolean) => call<Settings | null>('backup_folder_set', { own })
export const backups = () => call<BackupRow[]>('backups')
/** Hands the page, as laid out for paper, to the system's dialog for printing. */
export const print = () => call<null>('print')

// Documents
export const documents = () => call<Document[]>('documents')
/** Some of them; those that are gone are left out. */
/** Which sentences of a list of the core's some English words are. */
export const said = (list: string, sentences: string[]) => call<(Said | null)[]>('said', { list, sentences })
export const answersRead = (answers: string[]) => call<(Answered | null)[]>('answers_read', { answers })
export const documentsNamed = (documents: string[]) => call<Document[]>('documents_named', { documents })
/** What the page of a document shows first: of a long text the beginning. */
export const documentBegin = (document: string) => call<OpenDocument>('document_begin', { document })
export const documentOpen = (document: string) => call<OpenDocument>('document_open', { document })
/** What a change may have touched of an open document: some of its claims, and which suggestions are open. */
export const documentAnew = (document: string, claims: string[]) =>
  call<DocumentAnew>('document_anew', { document, claims })
export const documentEdit = (document: string, given: Bibliography) => call<null>('document_edit', { document, given })
export const documentRemove = (document: string) => call<null>('document_remove', { document })
export const importDialog = () => call<string[]>('import_dialog')
export const importFolderDialog = () => call<string[]>('import_folder_dialog')
export const importFiles = (paths: string[]) => call<ImportReport>('import_files', { paths })
/** Tries a password on files of a report that take one. */
export const importUnlock = (files: number[], password: string) =>
  call<ImportReport>('import_unlock', { files, password })
export const importCancel = () => call<null>('import_cancel')
export const importPasted = (text: string, given: Bibliography) => call<Imported>('import_pasted', { text, given })
/** No path: the system's dialog asks for the file; `null` where none is chosen. Nothing is written. */
export const referencesShow = (path: string | null) => call<ShownReferences | null>('references_show', { path })
/** Attaches the references that were shown last, but for some of them. */
export const referencesAttach = (overwrite: boolean, without: number[]) =>
  call<Attachment[]>('references_attach', { overwrite, without })
export const sources = () => call<Source[]>('sources')
export const sourceSet = (name: string, reliability: string | null, note: string | null) =>
  call<null>('source_set', { name, reliability, note })
export const relate = (document: string, kind: RelationKind, other: string | null, outside: string | null) =>
  call<null>('relate', { document, kind, other, outside })
export const unrelate = (document: string, kind: RelationKind, other: string | null, outside: string | null) =>
  call<null>('unrelate', { document, kind, other, outside })
export const relations = () => call<DocumentRelation[]>('relations')
export const documentOrigins = () => call<DocumentOrigin[]>('document_origins')
export const suggestionDismiss = (suggestions: string[]) => call<null>('suggestion_dismiss', { suggestions })
export const suggestionRestore = (suggestions: string[]) => call<null>('suggestion_restore', { suggestions })

// Editions
/** No path: the system's dialog asks for the file; `null` where none is chosen. */
export const documentReplace = (document: string, path: string | null, password: string | null = null) =>
  call<Replacing | null>('document_replace', { document, path, password })
/** A document imported beside it becomes its newer edition. */
export const documentReplaceWith = (document: string, newer: string, file: string) =>
  call<Replaced>('document_replace_with', { document, newer, file })
export const anchorings = (query: AnchoringQuery) => call<AnchoringPage>('anchorings', { query })
export const anchoringDecide = (anchoring: string, decision: AnchorDecision) =>
  call<null>('anchoring_decide', { anchoring, decision })
export const editions = (document: string) => call<EditionRow[]>('editions', { document })
export const editionOpen = (document: string, number: number) =>
  call<OpenDocument>('edition_open', { document, number })

// Claims
export const claimPropose = (document: string, start: number, end: number) =>
  call<Proposal>('claim_propose', { document, start, end })
export const claimAdd = (document: string, anchor: Anchor, fields: ClaimFields) =>
  call<Recorded>('claim_add', { document, anchor, fields })
export const claimEdit = (claim: string, anchor: Anchor | null, fields: ClaimFields) =>
  call<Recorded>('claim_edit', { claim, anchor, fields })
export const claimDelete = (claim: string) => call<null>('claim_delete', { claim })
/** A claim may rest on several passages of its document, counted from 0. */
export const passageAdd = (claim: string, anchor: Anchor) => call<Claim>('passage_add', { claim, anchor })
export const passageMove = (claim: string, nth: number, anchor: Anchor) =>
  call<Claim>('passage_move', { claim, nth, anchor })
export const passageRemove = (claim: string, nth: number) => call<Claim>('passage_remove', { claim, nth })
export const claim = (claim: string) => call<Claim>('claim', { claim })
export const claims = (query: ClaimQuery) => call<ListedClaims>('claims', { query })
export const claimVerdict = (claims: string[], verdict: VerdictWord, rationale: string | null, overrides: boolean) =>
  call<number>('claim_verdict', { claims, verdict, rationale, overrides })
export const claimsEdit = (claims: string[], fields: ClaimFields) => call<null>('claims_edit', { claims, fields })
export const claimsDelete = (claims: string[]) => call<null>('claims_delete', { claims })
export const claimsTag = (claims: string[], add: string[], remove: string[]) =>
  call<null>('claims_tag', { claims, add, remove })
/** Every tag that some of the claims have, with how many have it. */
export const claimsTags = (claims: string[]) => call<[string, number][]>('claims_tags', { claims })
/** The id of every nth claim, of as many as the query's limit says. */
export const claimPlaces = (query: ClaimQuery, every: number) => call<ClaimPlaces>('claim_places', { query, every })
/** What the reader makes of a claim's words before they are kept. */
export const claimReread = (claim: string, fields: ClaimFields) => call<Reread>('claim_reread', { claim, fields })
/** The words that claims have in a field, those of most claims first. */
export const claimTerms = (field: ClaimTerm) => call<string[]>('claim_terms', { field })

// Questions
export const questions = () => call<Question[]>('questions')
export const questionOpen = (question: string) => call<OpenQuestion>('question_open', { question })
export const questionMerge = (from: string, into: string) => call<null>('question_merge', { from, into })
export const questionSplit = (question: string, text: string, claims: string[]) =>
  call<null>('question_split', { question, text, claims })
export const questionRename = (question: string, text: string) => call<null>('question_rename', { question, text })
export const questionAsks = (question: string, asks: Asks) => call<null>('question_asks', { question, asks })
export const questionResolve = (question: string, answer: string, rationale: string) =>
  call<null>('question_resolve', { question, answer, rationale })
export const matrix = (limit: number) => call<Matrix>('matrix', { limit })

// Disagreements
export const disagreements = (query: DisagreementQuery) => call<DisagreementPage>('disagreements', { query })
export const disagreementOpen = (disagreement: string) => call<OpenDisagreement>('disagreement_open', { disagreement })
export const disagreementDecide = (disagreement: string, status: DisagreementStatus, rationale: string | null) =>
  call<null>('disagreement_decide', { disagreement, status, rationale })
export const disagreementAdd = (a: string, b: string, rationale: string) =>
  call<null>('disagreement_add', { a, b, rationale })

// History, search, drafts, the sheet, care
export const history = (query: LogQuery, limit: number) => call<Operation[]>('history', { query, limit })
export const historyTerms = () => call<LogTerms>('history_terms')
/** An operation with the claims it changed, as they were before, after and now. */
export const operationOpen = (operation: string) => call<OpenOperation>('operation_open', { operation })
export const operationUndo = (operation: string) => call<Operation>('operation_undo', { operation })
export const undo = () => call<Operation>('undo')
export const redo = () => call<Operation>('redo')
export const search = (words: string, limit: number) => call<Hits>('search', { words, limit })
export const codebook = () => call<CodebookEntry[]>('codebook')
export const draftKeep = (key: string, body: string) => call<null>('draft_keep', { key, body })
export const draft = (key: string) => call<string | null>('draft', { key })
export const draftDrop = (key: string) => call<null>('draft_drop', { key })
export const sheet = (query: ClaimQuery) => call<Sheet>('sheet', { query })
/** No column named: all of them. */
export const exportSheet = (format: SheetFormat, query: ClaimQuery, columns: string[], path: string | null) =>
  call<{ path: string; claims: number } | null>('export_sheet', { format, query, columns, path })
export const check = () => call<Problem[]>('check')
export const backup = (path: string | null) => call<string | null>('backup', { path })
export const restore = (backup: string | null) => call<ProjectSummary | null>('restore', { backup })
