// The window's frame: which dialog is open, and moving between panes by key.

export type FrameDialog =
  'palette' | 'keys' | 'keys-choice' | 'settings' | 'rename' | 'paste' | 'manual' | 'print' | null

export class Frame {
  dialog = $state<FrameDialog>(null)
  /** The question looked at last. */
  question = $state<string | null>(null)

  open(dialog: FrameDialog): void {
    this.dialog = dialog
  }

  close(): void {
    this.dialog = null
  }

  /** Moves the focus to the next pane: elements marked `data-pane`, in the order of the page. */
  nextPane(step: 1 | -1): void {
    const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
      (pane) => pane.checkVisibility?.() ?? true,
    )
    if (panes.length === 0) return
    const here = panes.findIndex((pane) => pane.contains(document.activeElement))
    const next = panes[(here + step + panes.length) % panes.length] ?? panes[0]
    const last = next?.querySelector<HTMLElement>('[data-pane-focus]') ?? next
    last?.focus({ preventScroll: true })
    // In a narrow window panes stand one after the other.
    next?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }
}

export const frame = new Frame()
