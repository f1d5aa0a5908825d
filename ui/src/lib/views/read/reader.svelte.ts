// The document in hand: its segments, the current suggestion, the selection, the search within it.
import * as api from '../../api'
import { messages } from '../../messages'
import { project } from '../../state/project.svelte'
import { toasts } from '../../state/toasts.svelte'
import { worded } from '../../state/wordings.svelte'
import { sentenceBeside, wordBeside, type Stretch, type Walked } from '../../text/cursor'
import { HARMLESS, hiddenIn } from '../../text/hidden'
import { CodePoints } from '../../text/offsets'
import { segments, spread, touching, type Segment, type Spread } from '../../text/segments'
import { tablesIn } from '../../text/tables'
import type { Block, Mark, NoteReference, OpenSuggestion, Stance } from '../../types'
import { Layout } from './layout.svelte'

/** Length of the longest. A loop: thousands of numbers are too many for one call's arguments. */
function longest(list: readonly { start: number; end: number }[]): number {
  let most = 0
  for (const one of list) most = Math.max(most, one.end - one.start)
  return most
}

/** What a block was cut into, and what from. */
interface Cut {
  points: CodePoints
  references: readonly NoteReference[]
  passages: readonly Spread[]
  suggestions: readonly OpenSuggestion[]
  segments: Segment[]
}

/** A claim that has no id yet, as the page shows it. */
const UNRECORDED = {
  claim: '',
  awaits: false,
  page: null,
  statement: '',
  verdict: 'unreviewed',
  answer: null,
  question: null,
  question_text: null,
  disagreements: [],
} satisfies Omit<Mark, 'ranges' | 'stance'>

/** A claim that is being recorded: its mark, what rested on its place before, its id once it has one. */
interface Recording {
  mark: Mark
  before: ReadonlySet<string>
  claim: string | null
}

const samePlace = ({ ranges: [one] }: Mark, { ranges: [other] }: Mark): boolean =>
  one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1]

const sameList = <T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): boolean =>
  one.length === other.length && one.every((item, at) => same(item, other[at] as T))

export class Reader {
  readonly layout = new Layout()
  /** The claim shown in the claim pane: its card and marks stand out. */
  claim = $state<string | null>(null)
  suggestion = $state<string | null>(null)
  selection = $state.raw<Stretch | null>(null)
  /** The passage of the form, the words behind its field, a place to look at. */
  passage = $state.raw<Stretch | null>(null)
  hot = $state.raw<Stretch | null>(null)
  goal = $state.raw<Stretch | null>(null)
  showDismissed = $state(false)
  finding = $state(false)
  words = $state('')
  hit = $state(0)
  /** A claim on its way to the desktop: its mark is on the page before the desktop has answered. */
  #recording = $state.raw<Recording | null>(null)
  /** What the page shows of a block, until something in it changes. */
  #cut = new WeakMap<Block, Cut>()
  /** What the page is to scroll to; counted, so that the same place twice scrolls twice. */
  reveal = $state.raw<{ at: Stretch; count: number; focus: boolean } | null>(null)
  #reveals = 0

  readonly open = $derived(project.open)
  readonly id = $derived(this.open?.document.document ?? null)
  readonly text = $derived(this.open?.text ?? '')
  /** The text and its structure never change: what comes anew is held by itself, so that nothing here is worked out again. */
  readonly blocks = $derived(this.open?.blocks ?? [])
  readonly references = $derived(this.open?.references ?? [])
  readonly marks = $derived(this.open?.marks ?? [])
  readonly points = $derived(new CodePoints(this.text))
  readonly passages = $derived(spread(this.marks))
  readonly suggestions = $derived(
    (this.open?.suggestions ?? []).filter(
      (one) => this.showDismissed || !one.dismissed || one.suggestion === this.suggestion,
    ),
  )
  readonly left = $derived((this.open?.suggestions ?? []).filter((one) => !one.dismissed).length)
  /** Where characters stand that nobody would see and that can deceive. */
  readonly hidden = $derived(hiddenIn(this.text).filter(({ sign }) => sign !== HARMLESS))
  readonly current = $derived(this.suggestions.find((one) => one.suggestion === this.suggestion) ?? null)
  /** The table a row stands in, by the index of its block. */
  readonly tables = $derived(tablesIn(this.blocks, (block) => this.points.slice(block.start, block.end)))
  readonly hits = $derived.by(() => this.#find(this.words.trim()))
  /** Those of them in the blocks that are rendered. */
  readonly hitsInSight = $derived.by(() => {
    const from = this.layout.blocks[this.layout.first]?.start ?? 0
    const to = this.layout.blocks[this.layout.last - 1]?.end ?? 0
    return this.finding ? this.hits.filter(([start, end]) => start < to && end > from) : []
  })
  #longest = $derived(Math.max(longest(this.passages), longest(this.suggestions)))
  /** The page has its own mark of the claim that was being recorded. */
  readonly arrived = $derived.by(() => {
    const recording = this.#recording
    if (!recording) return false
    const { mark, before, claim } = recording
    return this.marks.some((one) => one.claim === claim || (samePlace(one, mark) && !before.has(one.claim)))
  })
  readonly #pending = $derived(this.arrived ? null : (this.#recording?.mark ?? null))

  /** Puts a mark on the page for a claim whose recording begins: the desktop is not waited for. */
  record(at: Stretch, stance: Stance): void {
    const mark = { ...UNRECORDED, ranges: [at], stance } satisfies Mark
    const before = new Set(this.marks.filter((one) => samePlace(one, mark)).map((one) => one.claim))
    this.#recording = { mark, before, claim: null }
  }

  /** The claim was recorded: its mark stays until the page has its own. Or it was not: its mark goes. */
  recorded(claim: string | null): void {
    this.#recording = claim !== null && this.#recording ? { ...this.#recording, claim } : null
  }

  /** A block's segments: what the page renders. The very same ones as before where nothing in the block changed: of all the blocks
   *  in the page, only that of a new mark is gone through again. */
  segmentsOf(block: Block): Segment[] {
    const [start, end] = [block.start, block.end]
    const passages = touching(this.passages, start, end, this.#longest)
    const at = this.#pending?.ranges[0]
    if (this.#pending && at && at[0] < end && at[1] > start)
      passages.push({ mark: this.#pending, start: at[0], end: at[1] })
    const suggestions = touching(this.suggestions, start, end, this.#longest)
    const { points, references } = this
    const before = this.#cut.get(block)
    if (
      before?.points === points &&
      before.references === references &&
      sameList(before.suggestions, suggestions, Object.is) &&
      sameList(before.passages, passages, (a, b) => a.mark === b.mark && a.start === b.start && a.end === b.end)
    )
      return before.segments
    const also = block.kind === 'row' ? this.#tabs(block) : []
    const cut = segments(points, start, end, passages, suggestions, references, also)
    this.#cut.set(block, { points, references, passages, suggestions, segments: cut })
    return cut
  }

  /** Where the cells of a row part. */
  #tabs(block: Block): number[] {
    const origin = this.points.toUnit(block.start)
    const text = this.points.slice(block.start, block.end)
    return [...text.matchAll(/\t/g)].flatMap(({ index }) => {
      const at = this.points.toPoint(origin + index)
      return [at, at + 1]
    })
  }

  /** What Enter would claim: the selection, else the current suggestion. */
  readonly target = $derived<Stretch | null>(
    this.selection ?? (this.current ? [this.current.start, this.current.end] : null),
  )

  /** Another document is shown: nothing of the last one stays in hand. */
  turn(): void {
    this.#recording = null
    this.claim = null
    this.suggestion = null
    this.selection = null
    this.passage = null
    this.hot = null
    this.goal = null
    this.hit = 0
  }

  scrollTo(at: Stretch, focus = false): void {
    this.reveal = { at, count: ++this.#reveals, focus }
  }

  /** To the next suggestion after, or the last one before, where the reviewer is. */
  step(by: 1 | -1): void {
    const found = this.#next(by)
    if (found) this.choose(found)
    else if (by === 1 && project.rest) void project.rest.then(() => this.step(by))
    else toasts.announce(messages.read.noMore)
  }

  /** To the next open suggestion, where there is one. */
  stepOn(): boolean {
    const found = this.#next(1)
    if (found) this.choose(found)
    return found !== undefined
  }

  #next(by: 1 | -1): OpenSuggestion | undefined {
    const list = this.suggestions.filter((one) => !one.dismissed)
    const here = this.current?.start ?? this.selection?.[0] ?? this.passage?.[0] ?? this.#topPoint()
    return by === 1
      ? list.find((one) => (this.current ? one.start > here : one.start >= here))
      : list.findLast((one) => one.start < here)
  }

  choose(suggestion: OpenSuggestion): void {
    this.suggestion = suggestion.suggestion
    this.selection = null
    window.getSelection()?.removeAllRanges()
    this.scrollTo([suggestion.start, suggestion.end])
    toasts.announce(`${messages.read.openSuggestion({ why: worded('why', suggestion.why) })} “${suggestion.exact}”`)
  }

  /** Waves the current suggestion off and goes on to the next; brings it back where it was waved off. */
  async wave(): Promise<void> {
    const current = this.current
    if (!current) return
    if (current.dismissed) {
      await project.write(() => api.suggestionRestore([current.suggestion]))
      return
    }
    this.step(1)
    if (this.suggestion === current.suggestion) this.suggestion = null
    await project.write(() => api.suggestionDismiss([current.suggestion]))
  }

  /** The sentence, or the word, after or before what is in hand; from the top of the page where nothing is. */
  beside(by: 1 | -1, unit: 'sentence' | 'word'): Stretch | null {
    const here = this.target ?? [this.#topPoint() - 1, this.#topPoint() - 1]
    return (unit === 'word' ? wordBeside : sentenceBeside)(this.walked, here, by)
  }

  /** The text as a cursor goes through it. */
  get walked(): Walked {
    return { points: this.points, blocks: this.layout.blocks, language: this.open?.document.language ?? null }
  }

  /** To the next hidden character, all round. */
  stepHidden(): void {
    const { names, at: place, none, unnamed } = messages.read.hidden
    const here = this.points.toUnit(this.goal?.[0] ?? this.#topPoint() - 1)
    const after = this.hidden.findIndex(({ at }) => at > here)
    const nth = Math.max(0, after)
    const found = this.hidden[nth]
    if (!found) {
      toasts.announce(none)
      return
    }
    const start = this.points.toPoint(found.at)
    this.goal = [start, start + 1]
    this.scrollTo(this.goal)
    const name = (names as Record<string, string>)[found.sign] ?? unnamed
    toasts.announce(place({ name, nth: nth + 1, all: this.hidden.length }))
  }

  find(step: 1 | -1 | 0): void {
    const all = this.hits.length
    if (all === 0) return
    this.hit = (this.hit + step + all) % all
    const at = this.hits[this.hit]
    if (at) this.scrollTo(at)
  }

  #topPoint(): number {
    const { layout } = this
    return layout.blocks.find((_, at) => layout.top(at) >= layout.scroll - 8)?.start ?? 0
  }

  #find(words: string): Stretch[] {
    if (words.length < 2) return []
    const found: Stretch[] = []
    const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'), 'giu')
    for (const match of this.text.matchAll(pattern)) {
      found.push([this.points.toPoint(match.index), this.points.toPoint(match.index + match[0].length)])
      if (found.length === 2000) break
    }
    return found
  }
}
