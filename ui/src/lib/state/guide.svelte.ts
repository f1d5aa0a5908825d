// The first five minutes, guided: a line beside the work that says what to do next, and goes on when it was done. It can be
// left at any step and taken up there again, also after a restart.

/** What is done, in order. Each is passed by doing it, in whatever view; what was done early is not asked for again. */
export const STEPS = ['suggestion', 'form', 'save', 'disagreement', 'verdict', 'question', 'export'] as const
export type Step = (typeof STEPS)[number]

const KEY = 'gainsay.guide'

export class Guide {
  /** It is on the screen. */
  shown = $state(false)
  /** What was done since it began. */
  done = $state.raw<readonly Step[]>([])

  /** The step in hand; `null` once all are done. */
  readonly step = $derived(STEPS.find((step) => !this.done.includes(step)) ?? null)
  readonly at = $derived(this.step === null ? STEPS.length : STEPS.indexOf(this.step))

  constructor() {
    const { shown, done } = kept()
    this.shown = shown
    this.done = done
  }

  /** Begins, or goes on where it was left; begins anew where it was finished. */
  take(): void {
    if (this.step === null) this.done = []
    this.shown = true
    this.#keep()
  }

  leave(): void {
    this.shown = false
    this.#keep()
  }

  /** A person did this. Steps that it rests on are done with it: nobody saves a claim without a form. */
  did(step: Step): void {
    if (!this.shown || this.done.includes(step)) return
    const before =
      step === 'save' ? (['suggestion', 'form'] as const) : step === 'form' ? (['suggestion'] as const) : []
    this.done = [...new Set([...this.done, ...before, step])]
    this.#keep()
  }

  #keep(): void {
    try {
      localStorage.setItem(KEY, JSON.stringify({ shown: this.shown, done: this.done }))
    } catch {
      // Where nothing can be kept the guide begins anew next time.
    }
  }
}

function kept(): { shown: boolean; done: Step[] } {
  try {
    const { shown, done } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { shown?: boolean; done?: unknown[] }
    return { shown: shown === true, done: STEPS.filter((step) => Array.isArray(done) && done.includes(step)) }
  } catch {
    return { shown: false, done: [] }
  }
}

export const guide = new Guide()
