// What the window says in passing: toasts one can act on, and announcements for who listens instead of looking.

export interface Toast {
  id: number
  text: string
  tone: 'plain' | 'good' | 'problem'
  /** What the toast offers: "Undo". */
  offer?: { title: string; keys?: string; run: () => void }
}

/** Milliseconds a toast stays; problems stay until they are closed. */
const STAY = 7000

export class Toasts {
  list = $state.raw<Toast[]>([])
  /** The sentence screen readers are told; changes are announced. */
  announced = $state('')
  #next = 1
  #timers = new Map<number, ReturnType<typeof setTimeout>>()

  say(text: string, offer?: Toast['offer'], tone: Toast['tone'] = 'plain'): number {
    const id = this.#next++
    // One line of talk at a time: a newer plain toast takes the place of the last.
    const kept = tone === 'problem' ? this.list : this.list.filter((toast) => toast.tone === 'problem')
    this.list = [...kept.slice(-2), { id, text, tone, offer }]
    if (tone !== 'problem')
      this.#timers.set(
        id,
        setTimeout(() => this.close(id), STAY),
      )
    return id
  }

  problem(text: string): number {
    return this.say(text, undefined, 'problem')
  }

  announce(text: string): void {
    // The same sentence twice in a row would not be spoken again: a zero-width change is.
    this.announced = text === this.announced ? `${text}\u00a0` : text
  }

  close(id: number): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
    this.list = this.list.filter((toast) => toast.id !== id)
  }

  /** Takes up what a toast offers. */
  take(toast: Toast): void {
    this.close(toast.id)
    toast.offer?.run()
  }

  clear(): void {
    for (const toast of this.list) this.close(toast.id)
  }
}

export const toasts = new Toasts()
