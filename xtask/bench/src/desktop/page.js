// What the page is asked to measure. Injected into the window's page by the driver; nothing of it ships.
// `painted` resolves when the frame that shows the present state has been rendered: a frame's callbacks run before its
// style, layout and painting, and a message posted there comes after them.
const bench = (window.bench = {})
const after = (work) => {
  const channel = new MessageChannel()
  channel.port1.onmessage = work
  channel.port2.postMessage(0)
}
bench.painted = () => new Promise((done) => requestAnimationFrame(() => after(done)))
// Waits without asking again and again: what the page's thread does meanwhile is what is measured.
bench.until = (holds) =>
  new Promise((done) => {
    const watch = new MutationObserver(() => {
      if (!holds()) return
      watch.disconnect()
      done()
    })
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-label'] })
  })
const article = () => document.querySelector('[data-test=article]')

/** From a click on a document in the library until its text is painted. */
bench.turn = async (nth) => {
  const row = document.querySelectorAll('[data-test=document]')[nth]
  const before = article()?.getAttribute('aria-label')
  const began = performance.now()
  row.querySelector('button').click()
  await bench.until(() => article() && article().getAttribute('aria-label') !== before && article().textContent !== '')
  const rendered = performance.now()
  await bench.painted()
  return { shown: performance.now() - began, rendered: rendered - began }
}

/** A bare field, which takes the focus, and a bare text long enough to be scrolled as the long document is. */
bench.bare = () => {
  const text = document.createElement('div')
  text.id = 'bare'
  text.style.cssText = 'position: fixed; inset: 4rem 0 0; overflow-y: auto; font: 17px/1.6 serif'
  for (let n = 0; n < 20_000; n++) {
    const line = document.createElement('p')
    line.textContent = `Line ${n}. The clerk read the notes aloud, and nobody had anything to add to what was written there before.`
    text.append(line)
  }
  const field = document.createElement('textarea')
  document.body.append(field, text)
  field.focus()
}

/** From here on every key press is timed: its own task, and the frame that paints it. */
bench.listen = () => {
  bench.strokes = []
  addEventListener(
    'keydown',
    (event) => {
      const began = performance.now()
      const field = event.target
      const stroke = { handled: 0, wait: 0, frame: 0, shown: false }
      const before = field.value
      bench.strokes.push(stroke)
      after(() => (stroke.handled = performance.now() - began))
      requestAnimationFrame(() => {
        const frame = performance.now()
        stroke.wait = frame - began
        stroke.shown = field.value !== before
        after(() => (stroke.frame = performance.now() - frame))
      })
    },
    true,
  )
}

/** Scrolls so many pixels a frame; what each frame cost the main thread, and how long it stood. */
bench.scroll = async (what, frames, by) => {
  const page = document.querySelector(what)
  const costs = []
  const gaps = []
  page.scrollTop = 0
  await bench.painted()
  let last = 0
  await new Promise((done) => {
    const step = (now) => {
      const began = performance.now()
      if (last) gaps.push(now - last)
      last = now
      if (costs.length >= frames) return done()
      page.scrollTop += by
      after(() => costs.push(performance.now() - began))
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
  return { costs, gaps, top: page.scrollTop }
}

/** Jumps to a share of a list, as its scroll bar does; until the rows there are painted. */
bench.jump = async (what, share) => {
  const list = document.querySelector(what)
  const here = () => {
    const box = list.getBoundingClientRect()
    const row = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.closest('[data-claim]')
    return row?.dataset.claim || null
  }
  const before = here()
  const began = performance.now()
  list.scrollTop = share * (list.scrollHeight - list.clientHeight)
  while (here() === null || here() === before) await bench.painted()
  await bench.painted()
  return performance.now() - began
}

/** Waits for the next mark that was not there: how long after the key press that saved it it was painted, and how long until it
 *  was that of a recorded claim. */
bench.mark = () => {
  bench.marked = null
  bench.recorded = null
  // Over words that are claimed already the new claim may be the lower one.
  const marks = () => [...document.querySelectorAll('mark[data-claims]')].flatMap((node) => node.dataset.claims.split(' '))
  const known = new Set(marks())
  let began = 0
  const pressed = (event) => event.key === 'Enter' && (began ||= performance.now())
  addEventListener('keydown', pressed, true)
  let seen = false
  const watch = new MutationObserver(() => {
    const fresh = marks().filter((claim) => !known.has(claim))
    if (fresh.length === 0) return
    if (!seen) requestAnimationFrame(() => after(() => (bench.marked = performance.now() - began)))
    seen = true
    if (!fresh.some((claim) => claim !== '')) return
    watch.disconnect()
    removeEventListener('keydown', pressed, true)
    requestAnimationFrame(() => after(() => (bench.recorded = performance.now() - began)))
  })
  watch.observe(article(), { childList: true, subtree: true, attributes: true, attributeFilter: ['data-claims'] })
}
