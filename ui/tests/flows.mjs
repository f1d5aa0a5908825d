// The main job in Chromium over the fake desktop, under the shipped content security policy and a frozen Object.prototype.
import assert from 'node:assert/strict'
import { comes } from './comes.mjs'
import { browse } from './browser.mjs'
import { chosenFlows } from './chosen-flows.mjs'
import { addingFlows } from './adding.mjs'
import { deskFlows } from './desk-flows.mjs'
import { readFlows } from './read-flows.mjs'
import { frameFlows } from './frame-flows.mjs'

const t = (name) => `[data-test="${name}"]`
const text = (page, name) => page.locator(t(name)).first().innerText()

/** Selects words with the mouse, as a person does: press, drag, let go. */
async function drag(page, words) {
  const box = await page.evaluate((sought) => {
    for (const node of document.querySelectorAll('[data-at]')) {
      const at = node.textContent.indexOf(sought)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node.firstChild, at)
      range.setEnd(node.firstChild, at + sought.length)
      node.scrollIntoView({ block: 'center' })
      const rects = [...range.getClientRects()]
      const [first, last] = [rects[0], rects.at(-1)]
      return { x: first.left + 1, y: first.top + first.height / 2, x2: last.right - 1, y2: last.top + last.height / 2 }
    }
    throw new Error(`not in the text: ${sought}`)
  }, words)
  await page.mouse.move(box.x, box.y)
  await page.mouse.down()
  await page.mouse.move((box.x + box.x2) / 2, box.y2, { steps: 4 })
  await page.mouse.move(box.x2, box.y2, { steps: 4 })
  await page.mouse.up()
}

const flows = {
  async 'mouse selection, form, save, disagreement, confirm, undo, redo'(open) {
    const page = await open()
    await drag(page, 'Trade along the corridor came to about $800 million in 2018')
    await page.keyboard.press('Enter')
    await page.locator(t('claim-form')).waitFor()
    await comes.equal(() => page.locator(t('claim-value')).inputValue(), 'about 800 million')
    await comes.equal(() => text(page, 'from-value'), '“about $800 million”')
    await comes.equal(() => page.locator(t('claim-period')).inputValue(), '2018')
    await page.keyboard.press('Enter')
    await page.locator(t('arising-other')).waitFor()
    await comes.match(() => text(page, 'arising-other'), /541\.3 million/)
    await comes.match(() => text(page, 'arising-reason'), /exclude one another/)
    await comes.equal(() => page.evaluate(() => document.activeElement.dataset.test), 'arising')
    await comes.match(() => text(page, 'save-state'), /Saved/)
    await page.keyboard.press('c')
    await page.locator(t('arising')).getByText('2 of 2').waitFor()
    await page.keyboard.press('d')
    await page.keyboard.press('2')
    await page.locator(t('arising')).waitFor({ state: 'detached' })
    const decided = await page.evaluate(() =>
      window.fakeDesktop.world.disagreements.slice(-2).map((row) => [row.status, row.rationale]),
    )
    assert.deepEqual(decided, [
      ['confirmed', null],
      ['dismissed', 'other period'],
    ])
    const claims = () => page.evaluate(() => window.fakeDesktop.world.claims.length)
    await comes.equal(() => claims(), 15)
    for (let n = 0; n < 3; n++) {
      await page.keyboard.press('Control+z')
      await page.waitForTimeout(60)
    }
    await comes.equal(() => claims(), 14)
    await page.locator(t('claim-empty')).waitFor()
    await page.keyboard.press('Control+Shift+Z')
    await page.waitForTimeout(60)
    await comes.equal(() => claims(), 15)
  },

  async 'offsets are code points: a selection after an emoji is the words selected'(open) {
    const page = await open()
    await drag(page, 'runs twice a day')
    await page.keyboard.press('Enter')
    await page.locator(t('claim-form')).waitFor()
    await comes.equal(() => page.locator(t('claim-statement')).inputValue(), 'runs twice a day')
  },

  async 'a drag over two paragraphs, backwards'(open) {
    const page = await open()
    const ends = await page.evaluate(() => {
      const place = (sought) => {
        for (const node of document.querySelectorAll('[data-at]')) {
          const at = node.textContent.indexOf(sought)
          if (at < 0) continue
          const range = document.createRange()
          range.setStart(node.firstChild, at)
          range.setEnd(node.firstChild, at + 1)
          const rect = range.getBoundingClientRect()
          return { x: rect.left + 1, y: rect.top + rect.height / 2 }
        }
      }
      return { from: place('. Neither customs'), to: place('machine parts and citrus') }
    })
    await page.mouse.move(ends.from.x, ends.from.y)
    await page.mouse.down()
    await page.mouse.move(ends.to.x, ends.to.y, { steps: 6 })
    await page.mouse.up()
    await page.keyboard.press('Enter')
    await page.locator(t('claim-form')).waitFor()
    const statement = await page.locator(t('claim-statement')).inputValue()
    assert.match(statement, /^machine parts and citrus went west\. Whether either ledger.*take that road$/)
  },

  async 'suggestions: next, wave off, undo from the toast, claim by Enter'(open) {
    const page = await open()
    await page.locator(t('reader')).focus()
    await page.keyboard.press(']')
    await page.locator(t('suggestion-bar')).waitFor()
    await comes.match(() => text(page, 'suggestions-left'), /4 suggestions/)
    await page.keyboard.press('w')
    await page.getByText('3 suggestions left').waitFor()
    await page.locator(t('toast-offer')).click()
    await page.getByText('4 suggestions left').waitFor()
    await page.locator(t('reader')).focus()
    await page.keyboard.press('Enter')
    await page.locator(t('claim-form')).waitFor()
    await page.keyboard.press('Enter')
    await page.locator(t('claim-saved')).waitFor()
    await page.getByText('3 suggestions left').waitFor()
  },

  async 'coverage: on to the next open suggestion, over the end of a document, until nothing is open'(open) {
    const page = await open()
    const left = async () => Number((await text(page, 'next-open')).match(/\d+/)?.[0])
    const all = await left()
    assert.ok(all > 4, `${all} open`)
    const titles = new Set()
    for (let at = all; at > 0; at--) {
      await page.locator(t('reader')).focus()
      await page.keyboard.press('}')
      await page.locator(t('suggestion-bar')).waitFor()
      titles.add(await page.locator(t('article')).getAttribute('aria-label'))
      await page.keyboard.press('w')
      if (at > 1)
        await page
          .locator(t('next-open'))
          .getByText(`${at - 1} open`)
          .waitFor()
    }
    await page.locator(t('next-open')).waitFor({ state: 'detached' })
    assert.ok(titles.size > 1, [...titles].join())
  },

  async 'a form half filled survives Esc, another document, another view and a restart'(open) {
    const page = await open()
    await drag(page, 'differ on copper by a factor of two')
    await page.keyboard.press('Enter')
    await page.locator(t('claim-form')).waitFor()
    await page.locator(t('claim-statement')).fill('The offices differ on copper.')
    await page.locator(t('claim-place')).fill('Maresh')
    await page.locator(t('draft-kept')).waitFor()
    const kept = await page.evaluate(() => Object.values(window.fakeDesktop.world.drafts))
    assert.match(kept.join(), /The offices differ on copper\./)
    await page.locator(t('document')).nth(1).getByRole('button').first().click()
    await page.locator(t('claim-empty')).waitFor()
    await page.locator(t('document')).nth(0).getByRole('button').first().click()
    await page.locator(t('claim-form')).waitFor()
    await comes.equal(() => page.locator(t('claim-statement')).inputValue(), 'The offices differ on copper.')
    await page.keyboard.press('Control+6')
    await page.keyboard.press('Control+1')
    await comes.equal(() => page.locator(t('claim-place')).inputValue(), 'Maresh')
    await page.locator(t('claim-place')).focus()
    await page.keyboard.press('Escape')
    await page.locator(t('draft-resume')).click()
    await comes.equal(() => page.locator(t('claim-statement')).inputValue(), 'The offices differ on copper.')
    await page.locator(t('claim-statement')).press('Enter')
    await page.locator(t('claim-saved')).waitFor()
    await comes.deepEqual(() => page.evaluate(() => Object.keys(window.fakeDesktop.world.drafts)), [])
  },

  async 'a verdict by key, its override, and undo in a field is the field’s own'(open) {
    const page = await open()
    await page.locator(t('card')).first().click()
    await page.locator(t('claim-form')).waitFor()
    await page.keyboard.press('2')
    await page.locator(t('verdict-give')).click()
    await page.getByText('open disagreement').waitFor()
    await page.locator(t('verdict-rationale')).fill('Two offices that count apart.')
    await page.keyboard.press('Enter')
    await page.locator(t('verdict-dialog')).waitFor({ state: 'detached' })
    await page.locator(`${t('verdict-corroborated')}[aria-checked="true"]`).waitFor()
    await comes.match(() => text(page, 'claim-rationale'), /Two offices that count apart\.[\s\S]*by Mara Kessel/)
    await page.locator(t('claim-place')).fill('')
    await page.locator(t('claim-place')).pressSequentially('Orsk')
    await page.keyboard.press('Control+z')
    await comes.equal(() => page.evaluate(() => window.fakeDesktop.world.claims[0].verdict), 'corroborated')
  },

  async 'Alt and a letter go to a field; a mnemonic sets the stance; Shift+Enter breaks a line'(open) {
    const page = await open()
    await page.locator(t('card')).first().click()
    await page.locator(t('claim-form')).waitFor()
    await page.keyboard.press('Alt+p')
    await comes.equal(() => page.evaluate(() => document.activeElement.id), 'claim-period')
    await page.keyboard.press('Alt+r')
    await comes.equal(() => page.locator(t('claim-stance-reports')).isChecked(), true)
    await page.locator(t('claim-statement')).press('End')
    await page.keyboard.press('Shift+Enter')
    await comes.match(() => page.locator(t('claim-statement')).inputValue(), /\n/)
  },

  async 'a claim rests on a further passage; its ends move by keys; one is taken off, and undone'(open) {
    const page = await open()
    const rests = () => page.evaluate(() => window.fakeDesktop.world.claims[0].passages.map((one) => one.exact))
    await page.locator(t('card')).first().click()
    await page.locator(t('claim-form')).waitFor()
    const [first] = await rests()
    await page.locator(t('passages')).waitFor({ state: 'detached' })
    await drag(page, 'Wool and copper')
    await page.locator(t('passage-add')).waitFor()
    await page.keyboard.press('Shift+Enter')
    await page.locator(t('passage-of-claim')).nth(1).waitFor()
    await comes.deepEqual(() => rests(), [first, 'Wool and copper'])
    await page.locator(t('passage-add')).waitFor({ state: 'detached' })

    // The one that was added is in hand: its end goes on by two words, its start by one, as one change each time it rests.
    await page.locator(t('reader')).focus()
    const operations = () => page.evaluate(() => window.fakeDesktop.world.operations.length)
    const before = await operations()
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await page.keyboard.press('Alt+Shift+ArrowDown')
    await page.waitForFunction(() => window.fakeDesktop.world.claims[0].passages[1].exact === 'and copper went east')
    await comes.equal(() => operations(), before + 1)
    await comes.deepEqual(() => rests(), [first, 'and copper went east'])

    await page.locator(t('passage-remove')).first().click()
    await page.locator(t('passages')).waitFor({ state: 'detached' })
    await comes.deepEqual(() => rests(), ['and copper went east'])
    await page.keyboard.press('Control+z')
    await page.locator(t('passage-of-claim')).nth(1).waitFor()
    await comes.deepEqual(() => rests(), [first, 'and copper went east'])
  },

  async 'a new claim is read anew where its passage reaches further; what was typed stays'(open) {
    const page = await open()
    await drag(page, 'Trade along the corridor came to about $800 million')
    await page.keyboard.press('Enter')
    await page.locator(t('claim-form')).waitFor()
    await comes.equal(() => page.locator(t('claim-period')).inputValue(), '')
    await page.locator(t('claim-place')).fill('Maresh')
    await page.locator(t('claim-place')).press('Alt+Shift+ArrowRight')
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await page.waitForFunction(() => document.querySelector('#claim-period').value === '2018')
    await comes.equal(() => page.locator(t('claim-place')).inputValue(), 'Maresh')
    await comes.match(() => page.locator(t('claim-statement')).inputValue(), /in 2018$/)
    await page.keyboard.press('Enter')
    await page.locator(t('claim-saved')).waitFor()
    const saved = await page.evaluate(() => window.fakeDesktop.world.claims.at(-1))
    assert.equal(saved.passages[0].exact, 'Trade along the corridor came to about $800 million in 2018')
    assert.equal(saved.place, 'Maresh')
  },

  async 'cards stand beside the text at every width, or not at all'(open) {
    const page = await open()
    for (const width of [880, 1000, 1160, 1200, 1280, 1300, 1340, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 })
      await page.waitForTimeout(120)
      const over = await page.evaluate(() => {
        const right = Math.max(
          ...[...document.querySelectorAll('[data-block]')].map((node) => node.getBoundingClientRect().right),
        )
        const reader = document.querySelector('[data-test=reader]').getBoundingClientRect()
        const cards = [...document.querySelectorAll('[data-test=card]')].map((card) => card.getBoundingClientRect())
        return {
          over: cards.filter((card) => card.left < right || card.right > reader.right).length,
          text: right > reader.right,
        }
      })
      assert.deepEqual(over, { over: 0, text: false }, `at ${width}`)
      if (width >= 1280) await page.locator(t('card')).first().waitFor()
    }
  },

  async 'palette: an action, a document, words in a document'(open) {
    const page = await open()
    await page.keyboard.press('Control+k')
    await page.locator(t('palette-input')).fill('sheet')
    await page.locator(t('palette-entry')).filter({ hasText: 'Go to Sheet' }).click()
    await page.locator(t('view-sheet')).waitFor()
    await page.keyboard.press('Control+k')
    await page.locator(t('palette-input')).fill('garrison')
    await page.getByText('Words in documents').waitFor()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.locator(t('article')).getByText('garrison paper').waitFor()
    await comes.equal(() => page.evaluate(() => CSS.highlights.has('goal')), true)
  },

  async 'import with progress, cancel, and a drop'(open) {
    const page = await open()
    await page.keyboard.press('Control+o')
    await page.locator(t('import-progress')).waitFor()
    await page.locator(t('import-progress')).waitFor({ state: 'detached' })
    await comes.equal(() => page.locator(t('document')).count(), 7)
  },

  async 'a long document: only what is in sight is in the page, and jumping lands on the words'(open) {
    const page = await open('?long')
    const blocks = await page.locator('[data-block]').count()
    assert.ok(blocks < 200, `${blocks} blocks in the page`)
    await page.keyboard.press('Control+f')
    await page.locator(t('find-input')).fill('Paragraph 3500 of')
    await page.locator(t('article')).getByText('Paragraph 3500 of').waitFor()
    await comes.match(() => page.locator(t('strip-hits')).getAttribute('d'), /^M19 [\d.]+h3$/, 'one hit, one place')
    await page.waitForTimeout(200)
    const seen = await page.evaluate(() => {
      const node = [...document.querySelectorAll('[data-block]')].find((one) =>
        one.textContent.startsWith('Paragraph 3500 '),
      )
      const page = document.querySelector('[data-test=reader]').getBoundingClientRect()
      const rect = node.getBoundingClientRect()
      return rect.top >= page.top && rect.bottom <= page.bottom
    })
    assert.equal(seen, true)
  },

  async 'the text keeps its place when a claim is saved, and when it is undone'(open) {
    const page = await open('?long')
    await page.keyboard.press('Control+f')
    await page.locator(t('find-input')).fill('Paragraph 2500 of')
    await page.locator(t('article')).getByText('Paragraph 2500 of').waitFor()
    await page.keyboard.press('Escape')
    await page.locator(t('find-input')).waitFor({ state: 'detached' })
    await drag(page, 'Paragraph 2500 of')
    const reader = () => page.evaluate(() => document.querySelector('[data-test=reader]').scrollTop)
    const words = () => page.evaluate(() => Math.round(getSelection().getRangeAt(0).getBoundingClientRect().top))
    const top = await words()
    assert.ok((await reader()) > 10_000, 'far down the text')
    await page.keyboard.press('Enter')
    await page.locator(t('claim-form')).waitFor()
    await page.keyboard.press('Enter')
    // The document has been fetched again once the claim is a mark in it.
    const mark = page.locator(`${t('article')} ${t('mark')}`, { hasText: 'Paragraph 2500 of' })
    await mark.waitFor()
    await page.locator(t('claim-saved')).waitFor()
    const marked = () => mark.evaluate((node) => Math.round(node.getClientRects()[0].top))
    assert.ok(Math.abs((await marked()) - top) < 4, `the words were at ${top}, they are at ${await marked()}`)
    const before = await reader()
    await page.keyboard.press('Control+z')
    await mark.waitFor({ state: 'detached' })
    assert.equal(await reader(), before)
  },

  async 'F6 goes round the panes; the start page opens the sample'(open) {
    const page = await open()
    const panes = []
    for (let n = 0; n < 3; n++) {
      await page.keyboard.press('F6')
      panes.push(
        await page.evaluate(() => document.activeElement.closest('[data-pane]')?.getAttribute('aria-label') ?? ''),
      )
    }
    assert.equal(new Set(panes).size, 3)
    const start = await open('?empty')
    await start.locator(t('start-sample')).click()
    await start.locator(t('library')).waitFor()
  },
}

const only = process.argv.slice(2)
const every = Object.entries({ ...flows, ...readFlows, ...deskFlows, ...chosenFlows, ...addingFlows, ...frameFlows })
for (const word of only) if (!every.some(([name]) => name.includes(word))) throw new Error(`no flow is named ${word}`)
let failed = 0
const problems = await browse(async (open) => {
  for (const [name, flow] of every) {
    if (only.length && !only.some((word) => name.includes(word))) continue
    // On a busy machine a browser may lose a key or a drag: a flow that fails is tried once more on a fresh page, and said.
    for (const last of [false, true]) {
      const pages = []
      const error = await flow(async (query) => {
        const page = await open(query)
        pages.push(page)
        return page
      }).then(
        () => null,
        (error) => error,
      )
      for (const page of pages) await page.context().close()
      if (error === null) {
        console.log(`ok    ${name}`)
        break
      }
      if (last) failed++
      const said = error.message.split('\n').slice(0, 6).join('\n      ')
      console.error(`${last ? 'FAIL ' : 'again'} ${name}\n      ${said}`)
    }
  }
})
for (const problem of problems) console.error(problem)
process.exit(failed || problems.length ? 1 : 0)
