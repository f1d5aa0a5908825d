// The claim in hand: a new one being written, or one that is recorded. What is half filled is kept as a draft, keyed by
// its document, and comes back after a change of document, a crash and a restart.
import * as api from '../../api'
import { messages } from '../../messages'
import { project } from '../../state/project.svelte'
import { toasts } from '../../state/toasts.svelte'
import type { Claim, Proposal, ProposedQuestion, Reading, Recorded, Span } from '../../types'
import { draftsOf, keptWith, sameDraft, type Draft } from './drafts'
import { blank, fromClaim, fromProposal, given, same, wordsBehind, type FieldName, type Fields } from './fields'

const PAUSE = 300

export class ClaimForm {
  document = $state<string | null>(null)
  /** The recorded claim; `null` while a new one is written. */
  claim = $state.raw<Claim | null>(null)
  passage = $state.raw<Span | null>(null)
  reading = $state.raw<Reading | null>(null)
  proposed = $state.raw<ProposedQuestion[]>([])
  newQuestion = $state<string | null>(null)
  fields = $state<Fields>(blank())
  initial = $state.raw<Fields>(blank())
  waiting = $state.raw<Draft[]>([])
  saving = $state(false)
  kept = $state(false)
  problem = $state<string | null>(null)
  #value = $state.raw<Claim['value']>(null)
  #timer: ReturnType<typeof setTimeout> | undefined
  #asked = 0
  #turn = 0
  /** The document's drafts were read: before that, keeping would put nothing in their place. */
  #loaded = false
  /** The windows whose drafts were taken over and are kept as this one's from now on. */
  #taken: readonly string[] = []

  readonly shown = $derived(this.passage !== null)
  /** The claim's first passage stands in an edition that is not the one on the page: its offsets say nothing there. */
  readonly older = $derived(this.claim?.passages[0]?.older ?? false)
  /** The page the passage begins on, where the edition has pages. */
  page = $state<string | null>(null)
  readonly dirty = $derived(this.shown && !same(this.fields, this.initial))
  /** `save` has something to send. */
  readonly savable = $derived(
    this.shown && !this.saving && this.fields.statement.trim() !== '' && (this.claim === null || this.dirty),
  )
  readonly behind = $derived(
    this.passage && this.reading
      ? wordsBehind(this.reading, this.passage, this.claim?.value ?? this.#value, this.fields.place || null)
      : {},
  )

  /** Shows the drafts of a document, and takes up the one that was open. */
  async turnTo(document: string | null): Promise<void> {
    await this.keepNow()
    this.#clear()
    this.document = document
    this.waiting = []
    this.#turn++
    this.#loaded = false
    if (document === null) return
    const [turn, asked] = [++this.#turn, this.#asked]
    const body = await api.draft(`claim:${document}`).catch(() => null)
    if (turn !== this.#turn) return
    const { open, waiting, taken } = draftsOf(body, api.here.window, project.windows)
    this.#taken = taken
    this.#loaded = true
    this.waiting = [...waiting, ...this.waiting]
    if (!open) return
    // Who was quicker to take up something else finds the draft among those that wait.
    if (asked === this.#asked) await this.#take(open)
    else this.waiting = [open, ...this.waiting]
  }

  /** Opens the form on words of the document, filled from their reading. */
  async begin(document: string, start: number, end: number): Promise<boolean> {
    const asked = ++this.#asked
    const proposal = await project.write(() => api.claimPropose(document, start, end))
    if (!proposal || asked !== this.#asked) return false
    this.#setAside()
    this.claim = null
    this.#proposed(proposal)
    return true
  }

  /** Shows a recorded claim. */
  async show(claim: string): Promise<boolean> {
    if (this.claim?.claim === claim) return true
    const asked = ++this.#asked
    const found = await project.write(() => api.claim(claim))
    if (!found || asked !== this.#asked) return false
    this.#setAside()
    this.#recorded(found)
    const draft = this.waiting.find((one) => one.claim === claim)
    if (draft) await this.resume(draft)
    return true
  }

  /** Somebody typed: the draft is kept after a short pause. */
  touched(): void {
    this.problem = null
    this.kept = false
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.keepNow(), PAUSE)
  }

  /** Saves the claim; what it led to, or `null` where it was not saved. */
  async save(): Promise<Recorded | null> {
    const { document, passage } = this
    if (!document || !passage || this.saving) return null
    if (!this.fields.statement.trim()) {
      this.problem = messages.read.form.statementMissing
      return null
    }
    if (!this.savable) return null
    this.saving = true
    clearTimeout(this.#timer)
    const fields = given(this.fields, this.initial, this.claim === null)
    const editing = this.claim?.claim
    const recorded = await project.write(() =>
      editing
        ? api.claimEdit(editing, null, fields)
        : api.claimAdd(document, { range: [passage.start, passage.end] }, fields),
    )
    this.saving = false
    if (!recorded) return null
    this.#recorded(recorded.claim)
    await this.#keepList()
    toasts.announce(messages.read.form.recorded)
    return recorded
  }

  /** Leaves the form; what was typed waits as a draft. */
  async later(): Promise<void> {
    this.#setAside()
    this.#clear()
    await this.#keepList()
  }

  async discard(): Promise<void> {
    if (this.claim) this.fields = { ...this.initial }
    else this.#clear()
    await this.#keepList()
  }

  async resume(draft: Draft): Promise<void> {
    this.#setAside()
    this.waiting = this.waiting.filter((one) => one !== draft)
    await this.#take(draft)
    this.touched()
  }

  async drop(draft: Draft): Promise<void> {
    this.waiting = this.waiting.filter((one) => one !== draft)
    await this.#keepList()
  }

  async delete(): Promise<void> {
    const claim = this.claim
    if (!claim) return
    const done = await project.write(async () => {
      await api.claimDelete(claim.claim)
      return true
    })
    if (!done) return
    this.#clear()
    await this.#keepList()
  }

  /** The claim may have changed elsewhere: a verdict, an undo. What is being typed stays. */
  async refresh(): Promise<void> {
    const id = this.claim?.claim
    if (!id) return
    const asked = this.#asked
    try {
      const claim = await api.claim(id)
      if (asked !== this.#asked || this.claim?.claim !== id) return
      if (this.dirty) this.claim = claim
      else this.#recorded(claim)
    } catch (thrown) {
      if (api.failure(thrown).code === 'not_found' && this.claim?.claim === id) this.#clear()
    }
  }

  /** The recorded claim changed by what was done here. What is being typed stays. */
  took(claim: Claim): void {
    if (this.claim?.claim !== claim.claim) return
    if (this.dirty) {
      this.claim = claim
      this.reading = claim.reading
    } else this.#recorded(claim)
  }

  /** The passage of a new claim reaches elsewhere: what nobody touched is read anew. */
  async reread(passage: Span): Promise<void> {
    const { document } = this
    if (!document || this.claim) return
    const asked = ++this.#asked
    const proposal = await project.write(() => api.claimPropose(document, passage.start, passage.end))
    if (!proposal || asked !== this.#asked) return
    const [typed, before] = [{ ...this.fields }, this.initial]
    this.#proposed(proposal)
    const question = typed.question !== before.question || typed.questionId !== before.questionId
    const touched = (name: FieldName) =>
      name === 'question' || name === 'questionId' ? question : typed[name] !== before[name]
    const names = Object.keys(typed) as FieldName[]
    this.fields = { ...this.fields, ...Object.fromEntries(names.filter(touched).map((name) => [name, typed[name]])) }
    await this.keepNow()
  }

  choose(name: 'question', text: string, id: string | null): void {
    this.fields.question = text
    this.fields.questionId = id
    this.touched()
  }

  async keepNow(): Promise<void> {
    clearTimeout(this.#timer)
    if (!this.document || !project.summary || project.summary.read_only) return
    await this.#keepList()
    this.kept = this.dirty
  }

  origin(name: FieldName): Span | undefined {
    return this.behind[name]
  }

  #proposed(proposal: Proposal): void {
    this.passage = { start: proposal.start, end: proposal.end, text: proposal.exact }
    this.page = proposal.page
    this.reading = proposal.reading
    this.#value = proposal.value
    this.proposed = proposal.questions
    this.newQuestion = proposal.new_question
    this.initial = fromProposal(proposal)
    this.fields = { ...this.initial }
    this.problem = null
    this.kept = false
  }

  #recorded(claim: Claim): void {
    const first = claim.passages[0]
    this.claim = claim
    this.passage = first ? { start: first.start, end: first.end, text: first.exact } : null
    this.page = first?.page ?? null
    this.reading = claim.reading
    this.initial = fromClaim(claim)
    this.fields = { ...this.initial }
    this.proposed = []
    this.newQuestion = null
    this.problem = null
    this.kept = false
  }

  async #take(draft: Draft): Promise<void> {
    const asked = ++this.#asked
    if (draft.claim) {
      const claim = await api.claim(draft.claim).catch(() => null)
      if (asked !== this.#asked || !claim) return
      this.#recorded(claim)
    } else {
      const proposal = await api.claimPropose(draft.document, draft.passage.start, draft.passage.end).catch(() => null)
      if (asked !== this.#asked) return
      this.claim = null
      this.passage = draft.passage
      this.page = proposal?.page ?? null
      this.reading = proposal?.reading ?? null
      this.#value = proposal?.value ?? null
      this.proposed = proposal?.questions ?? []
      this.newQuestion = proposal?.new_question ?? null
    }
    this.initial = draft.initial
    this.fields = { ...draft.fields }
    this.kept = true
  }

  #draft(): Draft | null {
    if (!this.document || !this.passage || !this.dirty) return null
    return {
      document: this.document,
      claim: this.claim?.claim ?? null,
      passage: this.passage,
      fields: { ...this.fields },
      initial: this.initial,
    }
  }

  /** What is half filled joins the drafts that wait. */
  #setAside(): void {
    const draft = this.#draft()
    if (draft) this.waiting = [...this.waiting.filter((one) => !sameDraft(one, draft)), draft]
  }

  #clear(): void {
    this.#asked++
    clearTimeout(this.#timer)
    this.claim = null
    this.passage = null
    this.reading = null
    this.#value = null
    this.proposed = []
    this.newQuestion = null
    this.initial = blank()
    this.fields = blank()
    this.problem = null
    this.kept = false
  }

  async #keepList(): Promise<void> {
    const { document } = this
    if (!document || !this.#loaded) return
    const key = `claim:${document}`
    const own = { open: this.#draft(), waiting: this.waiting }
    try {
      // What another window half filled in this document is left alone, also where that is gone meanwhile.
      const body = keptWith(await api.draft(key), own, api.here.window, this.#taken)
      this.#taken = []
      await (body === null ? api.draftDrop(key) : api.draftKeep(key, body))
    } catch (thrown) {
      toasts.problem(api.failure(thrown).message)
    }
  }
}
