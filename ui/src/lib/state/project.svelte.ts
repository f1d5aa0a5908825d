// The open project as the window sees it: its summary, its documents, what is shown now. Results are fetched, never
// computed here; a change refetches only what it names. Views ask for the rest themselves (see `Fetched`).
import { actions } from '../actions.svelte'
import * as api from '../api'
import { messages } from '../messages'
import { told } from '../said'
import type {
  Changes,
  CodebookEntry,
  Document,
  Failure,
  FirstPage,
  OpenDocument,
  Place,
  ProjectSummary,
  Recent,
  Settings,
  Source,
  Status,
  Told,
  ViewName,
} from '../types'
import { concerned, withAnew } from './page'
import { toasts } from './toasts.svelte'

export const VIEWS: ViewName[] = ['read', 'claims', 'questions', 'disagreements', 'sheet', 'history', 'sources']

/** The first window's name. */
const FIRST = 'main'
/** So many rows of the library are fetched one by one; more come with all of them. */
const FEW = 40

export class Project {
  /** The window has heard from the desktop for the first time. */
  ready = $state(false)
  version = $state('')
  recent = $state.raw<Recent[]>([])
  sample = $state<string | null>(null)
  settings = $state.raw<Settings>({
    reviewer: '',
    theme: 'system',
    language: 'system',
    reading_font: 'serif',
    zoom: 100,
    // As wide as the desktop says: no pane is painted before it has answered.
    panes: { library: 0, claim: 0 },
    last_view: 'read',
    keys: {},
    backup_folder: null,
  })

  summary = $state.raw<ProjectSummary | null>(null)
  documents = $state.raw<Document[]>([])
  sources = $state.raw<Source[]>([])
  codebook = $state.raw<CodebookEntry[]>([])

  view = $state<ViewName>('read')
  /** The document open in Read; its text and marks. */
  open = $state.raw<OpenDocument | null>(null)
  opening = $state<string | null>(null)
  openError = $state.raw<Failure | null>(null)
  /** The rest of a long text is under way. */
  rest: Promise<void> | null = null
  /** What a view is asked to show when it opens: a claim in Read, a question in Questions, query text in Claims … */
  goal = $state.raw<{ view: ViewName; id: string; at?: [number, number] } | null>(null)
  /** The background check or backup's last word. */
  status = $state.raw<Status | null>(null)
  /** Commands that write and have not come back yet. */
  writing = $state(0)
  /** The windows that look at this project, by their names. */
  windows = $state.raw<string[]>([])
  /** Widths of the outer panes in this project. */
  panes = $state.raw<Settings['panes']>(this.settings.panes)
  /** A moment ago something was committed. */
  saved = $state(false)

  readonly tags = $derived(this.codebook.filter((entry) => entry.list === 'tag'))
  readonly kinds = $derived(this.codebook.filter((entry) => entry.list === 'kind'))

  /** What the desktop told to be open before it answered what the first page shows. */
  #told: { summary: ProjectSummary | null } | null = null
  #standing: ReturnType<typeof setTimeout> | undefined
  /** What was changed while a document is being opened. */
  #missed: Changes[] = []
  #listeners = new Set<(changes: Changes) => void>()
  #keepers = new Set<() => Promise<void>>()

  /** Hears from the desktop; call once. */
  async start(): Promise<void> {
    this.ready = false
    this.#told = null
    const listening = this.#listen()
    try {
      // Nobody writes before the first window asks; a further one hears of every change from before its answer on.
      if (api.here.window !== FIRST) await listening
      const [start] = await Promise.all([api.start(api.here.document), listening])
      this.recent = start.recent
      this.settings = start.settings
      this.sample = start.sample
      this.version = start.version
      this.windows = start.windows
      this.panes = start.settings.panes
      if (VIEWS.includes(start.settings.last_view as ViewName)) this.view = start.settings.last_view as ViewName
      if (start.project && start.first) await this.#begin(start.project, start.first)
      if (start.problem) this.#refused(start.problem, start.problem.path)
      // Opened in place of it meanwhile, in another window.
      const told = this.#told as { summary: ProjectSummary | null } | null
      if (told && told.summary?.path !== start.project?.path) await this.opened(told.summary)
    } catch (thrown) {
      toasts.problem(api.failure(thrown).message)
    } finally {
      this.ready = true
    }
  }

  async #listen(): Promise<void> {
    await Promise.all([
      api.onProjectChanged((changes) => void this.changed(changes)),
      api.onProjectOpened((summary) => {
        if (this.ready) void this.opened(summary)
        else this.#told = { summary }
      }),
      api.onStatus((status) => this.told(status)),
      api.onClosing(() => void this.#keep().then(api.leave)),
      // Chosen in another window: colours, language and keys are one for all of them.
      api.onSettingsChanged((settings) => (this.settings = settings)),
      api.onWindowsChanged((windows) => (this.windows = windows)),
    ])
  }

  /** Runs `listener` after every change, until what it returns is called. */
  onChanges(listener: (changes: Changes) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Has `keeper` keep what is half filled before the project or the window closes, until what it returns is called. */
  beforeClosing(keeper: () => Promise<void>): () => void {
    this.#keepers.add(keeper)
    return () => this.#keepers.delete(keeper)
  }

  async #keep(): Promise<void> {
    await Promise.allSettled([this.#standNow(), ...[...this.#keepers].map((keep) => keep())])
  }

  document(id: string | null): Document | undefined {
    return this.documents.find((document) => document.document === id)
  }

  /** Shows the project that is open when the window begins: everything came in one answer. */
  async #begin(summary: ProjectSummary, first: FirstPage): Promise<void> {
    this.summary = summary
    this.documents = first.documents
    this.codebook = first.codebook
    this.sources = first.sources
    this.#stands(first.place, api.here.view)
    this.open = first.open
    const begin = this.documents[0]
    if (this.open) {
      this.#stand()
      if (!this.open.whole) void this.#fetchRest(this.open.document.document)
    }
    // It could not be opened: asking again tells why.
    else if (begin) await this.show(begin.document)
  }

  async opened(summary: ProjectSummary | null): Promise<void> {
    const same = summary !== null && summary.path === this.summary?.path && this.ready
    this.summary = summary
    if (summary === null) {
      this.documents = []
      this.open = null
      this.saved = false
      await api.start().then((start) => (this.recent = start.recent), ignore)
      return
    }
    let document: string | null = null
    if (!same) {
      this.open = null
      toasts.clear()
      document = await this.#comeBack()
    }
    await this.#lists()
    if (same && this.open) await this.reopen(this.open.document.document)
    const begin = this.document(document) ?? this.documents[0]
    if (!this.open && begin) await this.show(begin.document)
  }

  /** Goes where one was in this project; the document to show. */
  async #comeBack(): Promise<string | null> {
    const place = await api.place().catch(() => null)
    this.#stands(place)
    return place?.document ?? null
  }

  /** Takes the panes and the view of a place; a view that is asked for goes before. */
  #stands(place: Place | null, asked: string | null = null): void {
    if (place?.panes) this.panes = place.panes
    const view = asked ?? place?.view
    if (VIEWS.includes(view as ViewName)) this.view = view as ViewName
  }

  /** Notes where one is, once one stays there for a moment. */
  #stand(): void {
    clearTimeout(this.#standing)
    this.#standing = setTimeout(() => void this.#standNow(), 400)
  }

  async #standNow(): Promise<void> {
    clearTimeout(this.#standing)
    if (!this.summary) return
    const document = this.open?.document.document ?? null
    await api.placeKeep({ view: this.view, document, panes: this.panes }).catch(ignore)
  }

  resized(panes: Settings['panes']): void {
    this.panes = panes
    void this.set({ panes })
    this.#stand()
  }

  /** Another window on this project, which begins where this one is. */
  async another(): Promise<void> {
    await this.write(() => api.windowNew(this.view, this.open?.document.document ?? null))
  }

  /** Opens a project by path, or by the system's dialog. A locked one is offered read-only. */
  async openFile(path: string | null, readOnly = false): Promise<void> {
    await this.#keep()
    try {
      await this.#take(await api.projectOpen(path, readOnly))
    } catch (thrown) {
      this.#refused(api.failure(thrown), readOnly ? null : path)
    }
  }

  /** Says why a project is not open; one that is locked can be looked at. */
  #refused({ code, message }: Failure, path: string | null): void {
    if (code === 'locked' && path !== null) {
      toasts.say(message, { title: messages.shell.openReadOnly, run: () => void this.openFile(path, true) })
    } else if (code !== 'cancelled') toasts.problem(message)
  }

  async newFile(): Promise<void> {
    await this.#keep()
    await this.#take(await this.write(() => api.projectNew(null, null)))
  }

  async openSample(): Promise<void> {
    await this.#keep()
    await this.#take(await this.write(api.projectOpenSample))
  }

  async restoreFile(): Promise<void> {
    await this.#keep()
    const summary = await this.write(() => api.restore(null))
    if (summary) await this.opened(summary)
  }

  async rename(title: string): Promise<void> {
    await this.write(() => api.projectSetTitle(title))
  }

  async closeFile(): Promise<void> {
    await this.#keep()
    await this.write(api.projectClose)
    if (this.summary) await this.opened(null)
  }

  /** What a command opened; the event may have told it already. */
  async #take(summary: ProjectSummary | null): Promise<void> {
    if (summary && summary.path !== this.summary?.path) await this.opened(summary)
  }

  /** Opens a document in Read; `goal` scrolls to a claim or a place. */
  async show(document: string, goal?: { claim?: string; at?: [number, number] }): Promise<void> {
    if (goal) this.goal = { view: 'read', id: goal.claim ?? '', at: goal.at }
    if (this.open?.document.document === document) return
    this.opening = document
    this.#missed = []
    this.rest = null
    try {
      // A place further on waits for all of the text.
      const open = await (goal ? api.documentOpen(document) : api.documentBegin(document))
      if (this.opening !== document) return
      this.open = open
      this.openError = null
      this.#stand()
      await (open.whole ? this.#catchUp() : this.#fetchRest(document))
    } catch (thrown) {
      if (this.opening === document) this.openError = api.failure(thrown)
    } finally {
      if (this.opening === document) this.opening = null
    }
  }

  /** Fetches all of a long text whose beginning is on the page, once that is painted; it is being opened until then. */
  #fetchRest(document: string): Promise<void> {
    this.opening = document
    const rest = this.#rest(document).finally(() => {
      if (this.rest === rest) this.rest = null
    })
    this.rest = rest
    return rest
  }

  async #rest(document: string): Promise<void> {
    await painted()
    try {
      const open = await api.documentOpen(document)
      if (this.opening !== document) return
      this.open = open
      await this.#catchUp()
    } catch (thrown) {
      if (this.opening !== document) return
      this.opening = null
      toasts.problem(api.failure(thrown).message)
    }
  }

  /** The document is open; what was changed meanwhile may not be in it yet. */
  async #catchUp(): Promise<void> {
    this.opening = null
    for (const changes of this.#missed.splice(0)) if (this.open) await this.#anew(this.open, changes)
  }

  go(view: ViewName, id?: string): void {
    this.view = view
    this.goal = id === undefined ? null : { view, id }
    void this.set({ last_view: view })
    this.#stand()
  }

  /** Opens a claim where it stands in the text. */
  async goToClaim(document: string, claim: string): Promise<void> {
    this.view = 'read'
    await this.show(document, { claim })
  }

  async set(change: Partial<Settings>): Promise<void> {
    this.settings = { ...this.settings, ...change }
    await api.settingsSet(this.settings).catch((thrown: unknown) => toasts.problem(api.failure(thrown).message))
  }

  /** Runs a command that writes: "Saving" until it is back, its failure a toast, or told to `refused`. `null` where it failed
   *  or was cancelled. */
  async write<T>(command: () => Promise<T>, refused?: (failure: Failure) => void): Promise<T | null> {
    this.writing++
    try {
      const result = await command()
      this.saved = true
      return result
    } catch (thrown) {
      const failure = api.failure(thrown)
      if (refused) refused(failure)
      else if (failure.code !== 'cancelled') toasts.problem(failure.message)
      return null
    } finally {
      this.writing--
    }
  }

  async undo(): Promise<void> {
    const operation = await this.write(api.undo, (failure) => this.#nothing(failure, this.summary?.undo))
    if (operation) toasts.announce(messages.shell.undone({ what: told(operation.summary, operation.said) }))
  }

  async redo(): Promise<void> {
    const operation = await this.write(api.redo, (failure) => this.#nothing(failure, this.summary?.redo))
    if (operation) toasts.announce(messages.shell.redone({ what: told(operation.summary, operation.said) }))
  }

  /** The desktop is asked whether there is a step to take, for what the window heard last may be behind; none is no problem. */
  #nothing({ code, message }: Failure, offered: Told | null | undefined): void {
    if (code === 'refused' && !offered) toasts.say(message)
    else toasts.problem(message)
  }

  /** A change was committed, here or elsewhere: fetches again what it names and this class holds. */
  async changed(changes: Changes): Promise<void> {
    this.saved = true
    if (this.summary) this.summary = { ...this.summary, undo: changes.undo, redo: changes.redo }
    for (const listener of this.#listeners) listener(changes)
    if (changes.kind === 'undo' || changes.kind === 'redo') {
      toasts.say(told(changes.summary, changes.said), changes.kind === 'undo' ? this.#offerRedo() : this.#offerUndo())
    } else if (changes.summary) {
      toasts.say(told(changes.summary, changes.said), this.#offerUndo())
    }
    // What is on the page first, and the rest once it is there: the desktop answers one question after another.
    if (this.opening) this.#missed.push(changes)
    else if (this.open) await this.#anew(this.open, changes)
    await Promise.all([
      api.projectSummary().then((summary) => (this.summary = summary), ignore),
      changes.documents.length || changes.lists ? this.#documents(changes) : undefined,
      changes.lists ? this.#codebook() : undefined,
    ])
  }

  /** What of the document on the page a change concerns, without its text; all of it where that is not enough. */
  async #anew(open: OpenDocument, changes: Changes): Promise<void> {
    const claims = concerned(open, changes)
    if (!claims) return
    const id = open.document.document
    const anew = await api.documentAnew(id, claims).catch(() => null)
    // Two changes close upon another: what the first one brought is there by now.
    const now = this.open
    if (now?.document.document !== id) return
    const shown = anew && withAnew(now, claims, anew)
    if (shown) this.open = shown
    else await this.reopen(id)
  }

  /** The rows of the library that a change names; all of them where one came or went. */
  async #documents(changes: Changes): Promise<void> {
    const known = new Set(this.documents.map((row) => row.document))
    const few = !changes.lists && changes.documents.length <= FEW && changes.documents.every((id) => known.has(id))
    try {
      const rows = new Map((few ? await api.documentsNamed(changes.documents) : []).map((row) => [row.document, row]))
      if (few && rows.size === changes.documents.length)
        this.documents = this.documents.map((row) => rows.get(row.document) ?? row)
      else this.documents = await api.documents()
    } catch {
      // The rows stay as they are until the next change.
    }
  }

  async reopen(document: string): Promise<void> {
    try {
      const open = await api.documentOpen(document)
      if (this.open?.document.document === document) this.open = open
    } catch (thrown) {
      if (api.failure(thrown).code === 'not_found') {
        this.open = null
        const next = this.documents.find((other) => other.document !== document)
        if (next) await this.show(next.document)
      }
    }
  }

  told(status: Status): void {
    this.status = status
    if (status.problem) toasts.problem(saysOf(status))
  }

  #offerUndo() {
    return { title: messages.shell.undo, keys: actions.key('undo'), run: () => void this.undo() }
  }

  #offerRedo() {
    return { title: messages.shell.redo, keys: actions.key('redo'), run: () => void this.redo() }
  }

  async #lists(): Promise<void> {
    try {
      const [documents] = await Promise.all([api.documents(), this.#codebook()])
      this.documents = documents
    } catch (thrown) {
      toasts.problem(api.failure(thrown).message)
    }
  }

  async #codebook(): Promise<void> {
    const [codebook, sources] = await Promise.all([api.codebook(), api.sources()])
    this.codebook = codebook
    this.sources = sources
  }
}

/** What care in the background came to, in a sentence. */
export function saysOf({ kind, outcome, count, detail }: Status): string {
  const said = messages.shell.care[kind]
  const given = { detail: detail ?? '' }
  if (outcome === 'problems') return messages.shell.care.check.problems({ n: count, ...given })
  if (outcome === 'elsewhere') return messages.shell.care.backup.elsewhere(given)
  return outcome === 'done' ? said.done : said.failed(given)
}

const ignore = () => {}

/** When the page has been painted as it is now; soon, too, where it is not to be seen and nothing is painted. */
const painted = () =>
  new Promise<void>((done) => {
    requestAnimationFrame(() => setTimeout(done))
    setTimeout(done, 250)
  })

export const project = new Project()
