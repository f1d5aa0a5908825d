// A question or a claim drawn by the pointer onto another question. Pointer events and no drag of the system's: that one is for
// files, and differs from desktop to desktop. Elements say what they are by `data-drag` and `data-drop`.

/** How far the pointer goes before a press becomes a drag. */
const FAR = 6

export interface Drawn {
  kind: 'question' | 'claim'
  id: string
  label: string
}

export class Dragging {
  /** What is being drawn, once it moves. */
  drawn = $state.raw<Drawn | null>(null)
  x = $state(0)
  y = $state(0)
  /** The `data-drop` under the pointer. */
  over = $state<string | null>(null)
  #drop: (drawn: Drawn, over: string) => void
  #end: (() => void) | null = null

  constructor(drop: (drawn: Drawn, over: string) => void) {
    this.#drop = drop
  }

  /** A pointer goes down: where it is on something that can be drawn, its way is followed until it comes up or Esc is pressed. */
  press(event: PointerEvent): void {
    const source = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-drag]') : null
    const [what, id] = (source?.dataset.drag ?? '').split(' ')
    if (event.button !== 0 || !source || !id || (what !== 'question' && what !== 'claim')) return
    const from = { x: event.clientX, y: event.clientY }
    const label = source.dataset.label ?? ''
    const move = (next: PointerEvent) => {
      if (!this.drawn && Math.hypot(next.clientX - from.x, next.clientY - from.y) < FAR) return
      this.drawn = { kind: what, id, label }
      this.x = next.clientX
      this.y = next.clientY
      const under = document.elementFromPoint(next.clientX, next.clientY)?.closest<HTMLElement>('[data-drop]')
      const target = under?.dataset.drop ?? null
      this.over = target === id ? null : target
    }
    const up = () => {
      const { drawn, over } = this
      end()
      if (!drawn) return
      // The press ends over whatever it was drawn to: that is no click on it.
      window.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
      if (over !== null) this.#drop(drawn, over)
    }
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape' || !this.drawn) return
      pressed.preventDefault()
      pressed.stopPropagation()
      end()
    }
    const end = () => {
      for (const kind of THEIRS) window.removeEventListener(kind, prevent)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', key, { capture: true })
      this.drawn = null
      this.over = null
      this.#end = null
    }
    this.#end?.()
    this.#end = end
    for (const kind of THEIRS) window.addEventListener(kind, prevent)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', key, { capture: true })
  }

  stop(): void {
    this.#end?.()
  }
}

/** What the web view would make of the press: a selection, or a drag of its own, which takes the pointer away. */
const THEIRS = ['selectstart', 'dragstart'] as const

const prevent = (event: Event) => event.preventDefault()

function swallow(event: MouseEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
