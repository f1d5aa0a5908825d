// The focus is never lost: where what held it leaves the page (a view, a dialog, a row that was removed) or gives it up, it goes to the
// pane it was in, and where that is gone too, to the pane the view is about. Keys would else fall on nothing.

/** Watches over the focus until what it returns is called. */
export function keepFocus(): () => void {
  let pane: HTMLElement | null = null
  let waiting = 0
  const moved = (event: FocusEvent) => {
    if (event.target instanceof Element) pane = event.target.closest<HTMLElement>('[data-pane]') ?? pane
  }
  const look = () => {
    if (waiting || !lost()) return
    // Whoever took it away may be about to put it elsewhere.
    waiting = requestAnimationFrame(() => {
      waiting = requestAnimationFrame(() => {
        waiting = 0
        if (!lost()) return
        const home = pane?.isConnected ? pane : document.querySelector<HTMLElement>('main[data-pane], [data-pane]')
        const target = home?.querySelector<HTMLElement>('[data-pane-focus]') ?? home
        target?.focus({ preventScroll: true })
      })
    })
  }
  // A key may take the focus from a field and put it nowhere (Esc), while nothing leaves the page.
  const pressed = () => setTimeout(look)
  const watch = new MutationObserver(look)
  watch.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', moved)
  window.addEventListener('keydown', pressed, true)
  look()
  return () => {
    watch.disconnect()
    cancelAnimationFrame(waiting)
    document.removeEventListener('focusin', moved)
    window.removeEventListener('keydown', pressed, true)
  }
}

const lost = () => document.activeElement === null || document.activeElement === document.body
