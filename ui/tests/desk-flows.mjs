// The review desk in Chromium over the fake desktop: judge many claims, decide disagreements by key, change a question,
// filter and export the sheet, see it all in History.
import assert from 'node:assert/strict'
import { comes } from './comes.mjs'

const t = (name) => `[data-test="${name}"]`
const text = (page, name) => page.locator(t(name)).first().innerText()
const world = (page, read) => page.evaluate(`(${read})(window.fakeDesktop.world)`)

export const deskFlows = {
  async 'claims: filter by completion, choose a range, judge it, undo'(open) {
    const page = await open()
    await page.keyboard.press('Control+2')
    await page.locator(t('claim-row')).first().waitFor()
    await page.keyboard.press('/')
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement)
    // Each step waits for what it acts on: the offer that the words bring, then what taking it wrote.
    const offered = (words) => page.locator(t('query-offer')).filter({ hasText: words }).first().waitFor()
    const written = (words) => page.waitForFunction((end) => document.activeElement.value?.includes(end), words)
    await page.keyboard.type('verd')
    await offered('verdict')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await written('verdict:')
    await page.keyboard.type('unr')
    await offered('unreviewed')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await written('verdict:unreviewed')
    await page.getByText('8 claims match').waitFor()
    await page.locator(t('claim-row')).first().click()
    await page.keyboard.press('Shift+ArrowDown')
    await comes.equal(() => text(page, 'chosen-count'), '2 claims chosen')
    await page.keyboard.press('4')
    await page.locator(t('verdict-rationale')).fill('No method is given.')
    await page.keyboard.press('Enter')
    await page.getByText('6 claims match').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('8 claims match').waitFor()
  },

  async 'claims: write in cells by key and pointer, with what is understood, refused and given up'(open) {
    const page = await open()
    await page.keyboard.press('Control+2')
    await page.locator(t('claim-row')).first().click()
    const cell = page.locator(t('cell-field'))
    const note = page.locator(t('cell-note'))
    // The first cell, then on to the value.
    await page.keyboard.press('F2')
    await cell.waitFor()
    await page.keyboard.type('Trade stood still.')
    await page.keyboard.press('Tab')
    await note.getByText(/Read as/).waitFor()
    await comes.equal(() => world(page, (w) => w.claims[0].statement), 'Trade stood still.')
    await cell.fill('12 million USD')
    await note.getByText('Read as $12 m').waitFor()
    await cell.fill('a great deal')
    await note.getByText(/holds no value/).waitFor()
    await page.keyboard.press('Enter')
    await comes.equal(() => cell.getAttribute('aria-invalid'), 'true')
    await page.keyboard.press('Escape')
    await cell.waitFor({ state: 'detached' })
    // The cell given up is in hand still; Enter opens it again.
    await page.keyboard.press('Enter')
    await cell.fill('7 million USD')
    await page.keyboard.press('Enter')
    await cell.waitFor({ state: 'detached' })
    await page.locator('[data-claim] [data-cell=value]').filter({ hasText: '$7 m' }).first().waitFor()
    // By pointer: a stance is chosen from its list, and one undo takes one cell back.
    await page.locator('[data-cell=stance]').first().dblclick()
    await cell.selectOption('denies')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => window.fakeDesktop.world.claims[0].stance === 'denies')
    await page.keyboard.press('Control+z')
    await page.waitForFunction(() => window.fakeDesktop.world.claims[0].stance !== 'denies')
    await comes.equal(() => world(page, (w) => w.claims[0].value.low), 7_000_000)
    await page.locator(t('sort-severity')).click()
    await page.locator('[role=columnheader][aria-sort=descending]').waitFor()
  },

  async 'claims: a hundred thousand rows, to the end and back'(open) {
    const page = await open('?many')
    await page.keyboard.press('Control+2')
    await page.getByText('100,000 claims').waitFor()
    await page.locator(t('claim-row')).first().click()
    await page.keyboard.press('End')
    await page.locator('[aria-rowindex="100001"][data-claim]').waitFor()
    assert.ok((await page.locator(t('claim-row')).count()) < 80)
    await page.keyboard.press('Home')
    await page.locator('[aria-rowindex="2"][data-claim]').waitFor()
    // Into the middle by the scroll bar: what is there is read where it stands.
    await page.locator(t('claims-rows')).evaluate((rows) => (rows.scrollTop = rows.scrollHeight / 2))
    await page.locator('[aria-rowindex="50010"][data-claim]').waitFor()
  },

  async 'questions: draw one onto another to merge, a claim to another question and to a new one'(open) {
    const page = await open()
    await page.keyboard.press('Control+3')
    const question = page.locator(t('question'))
    await question.nth(1).waitFor()
    const middle = async (at) => {
      const box = await at.boundingBox()
      return [box.x + box.width / 2, box.y + box.height / 2]
    }
    const draw = async (from, to) => {
      await page.mouse.move(...(await middle(from)))
      await page.mouse.down()
      await page.mouse.move(...(await middle(question.nth(2))), { steps: 4 })
      await page.mouse.move(...(await middle(to)), { steps: 4 })
    }
    // Esc gives a drag up: nothing is asked and nothing changed.
    const before = await world(page, (w) => w.questions.length)
    await draw(question.nth(1), question.nth(0))
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await comes.equal(() => page.locator(t('merge-dialog')).count(), 0)
    await draw(question.nth(1), question.nth(0))
    await page.mouse.up()
    await page.locator(t('merge-dialog')).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForFunction((n) => window.fakeDesktop.world.questions.length === n - 1, before)
    // A claim goes under another question.
    await page.locator(t('words')).first().waitFor()
    const claim = await page.locator(t('words')).first().getAttribute('data-claim')
    const of = () => page.evaluate((id) => window.fakeDesktop.world.claims.find((c) => c.claim === id).question, claim)
    const under = await of()
    const target = question.nth(1)
    const id = await target.getAttribute('data-question')
    assert.notEqual(id, under)
    await draw(page.locator(t('words')).first(), target)
    await page.mouse.up()
    await page.waitForFunction(
      ([one, to]) => window.fakeDesktop.world.claims.find((c) => c.claim === one).question === to,
      [claim, id],
    )
    await page.keyboard.press('Control+z')
    await page.waitForFunction(
      ([one, to]) => window.fakeDesktop.world.claims.find((c) => c.claim === one).question === to,
      [claim, under],
    )
    await page.mouse.move(...(await middle(page.locator(t('words')).first())))
    await page.mouse.down()
    await page.mouse.move(...(await middle(question.nth(2))), { steps: 4 })
    await page.mouse.move(...(await middle(page.locator(t('drop-new')))), { steps: 4 })
    await page.mouse.up()
    await page.locator(t('split-dialog')).waitFor()
  },

  async 'editions: replace, decide by key, undo, read the older one'(open) {
    const page = await open()
    await page.locator(t('document')).first().waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Replace with newer')
    await page.keyboard.press('Enter')
    const left = (n) =>
      page.waitForFunction((all) => document.querySelectorAll('[data-test=anchoring]').length === all, n)
    await left(3)
    await comes.equal(() => text(page, 'anchoring-fate'), 'Figure changed')
    // What was put in and what was taken out are elements of their own, not a colour.
    await comes.equal(() => page.locator(`${t('anchoring-new')} ins${t('piece-alarmed')}`).innerText(), '915')
    await comes.equal(() => page.locator(`${t('anchoring-old')} del${t('piece-alarmed')}`).count(), 1)
    await comes.match(() => text(page, 'alarms'), /Figure: “.+” → “915”/)
    await page.keyboard.press('a')
    await left(2)
    await comes.equal(() => text(page, 'anchoring-fate'), 'Reworded')
    await page.keyboard.press('o')
    await left(1)
    await comes.equal(() => text(page, 'anchoring-fate'), 'Lost')
    assert.ok(await page.locator(t('anchoring-accept')).isDisabled())
    await page.keyboard.press('1')
    await page.locator(t('editions-empty')).waitFor()
    await page.keyboard.press('Control+z')
    await left(1)
    await page.keyboard.press('p')
    const words = page.locator(`${t('edition-text')} [data-at]`).nth(3)
    await words.click({ clickCount: 3 })
    await page.locator(t('choose-place-take')).click()
    await page.locator(t('editions-empty')).waitFor()
    await page.keyboard.press('Control+1')
    await page.locator(t('document')).first().hover()
    await page.locator(t('edit-document')).first().click()
    await page.locator(t('edition-read')).first().click()
    await page.locator(t('edition-dialog')).waitFor()
    await page.keyboard.press('Escape')
    await page.locator(t('edition-dialog')).waitFor({ state: 'detached' })
  },

  async 'questions: in a low window the axis stays below the answers that are in sight'(open) {
    const page = await open()
    await page.setViewportSize({ width: 1280, height: 560 })
    await page.keyboard.press('Control+3')
    const plot = page.locator(t('answer-plot'))
    await plot.waitFor()
    const below = await plot.evaluate((node) => {
      const [seen, axis] = [node.closest('.scroll'), node.nextElementSibling].map((one) => one.getBoundingClientRect())
      return { cut: node.getBoundingClientRect().bottom > seen.bottom, within: axis.bottom <= seen.bottom + 1 }
    })
    assert.deepEqual(below, { cut: true, within: true })
  },

  async 'questions: rename, resolve, step and open the passage'(open) {
    const page = await open()
    await page.keyboard.press('Control+3')
    await page.locator(t('answer-plot')).waitFor()
    await page.keyboard.press('F2')
    await page.locator(t('question-wording')).fill('How large was trade in 2018?')
    await page.keyboard.press('Enter')
    await page.locator(t('rename-question-dialog')).waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'How large was trade in 2018?' }).waitFor()
    await page.keyboard.press('r')
    await page.locator(t('resolve-answer')).fill('540 million USD')
    await page.locator(t('resolve-rationale')).fill('Both ledgers agree.')
    await page.locator(t('question-apply')).click()
    await page.locator(t('question-answer')).getByText('540 million USD').waitFor()
    await page.locator(t('plot-answer')).first().click()
    await page.keyboard.press('Enter')
    await page.locator(t('view-read')).waitFor()
  },

  async 'disagreements: confirm, dismiss by D and a digit, undo brings it back'(open) {
    const page = await open()
    await page.keyboard.press('Control+4')
    await page.locator(t('disagreement-open')).waitFor()
    // The focus on the list is the row's in hand, also once another has taken its place.
    await page.locator(`${t('disagreement')}[aria-selected=true]`).focus()
    await page.keyboard.press('c')
    await page.locator(t('progress')).getByText('1 of 6').waitFor()
    await page.waitForFunction(() => document.activeElement?.matches('[role=option][aria-selected=true]'))
    await page.keyboard.press('d')
    await page.keyboard.press('3')
    await page.locator(t('progress')).getByText('2 of 6').waitFor()
    const decided = await world(
      page,
      'world => world.disagreements.filter(d => d.status !== "open").map(d => [d.status, d.rationale])',
    )
    assert.deepEqual(decided.toSorted(), [
      ['confirmed', null],
      ['dismissed', 'misread'],
    ])
    await page.keyboard.press('Control+z')
    await page.locator(t('progress')).getByText('1 of 6').waitFor()
    await page.keyboard.press('d')
    await page.keyboard.press('5')
    await page.locator(t('rationale')).fill('The second text speaks of another pass.')
    await page.keyboard.press('Enter')
    await page.locator(t('progress')).getByText('2 of 6').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator(t('view-read')).waitFor()
  },

  async 'disagreements: thousands of rows, to the end, one decided there, and back'(open) {
    const page = await open('?many')
    await page.keyboard.press('Control+4')
    await page.locator(t('disagreement-open')).waitFor()
    const list = page.locator(t('disagreements-list'))
    const rows = () => page.locator(t('disagreement')).count()
    assert.ok((await rows()) < 60, `${await rows()} rows in the page`)
    await comes.match(() => page.locator(t('progress')).innerText(), /0 of 5,000/)
    await list.evaluate((node) => (node.scrollTop = node.scrollHeight))
    const last = page.locator(`${t('disagreement')}[aria-posinset="5000"]`)
    await last.click()
    await page.locator(t('disagreement-open')).getByText('5,000 of 5,000').waitFor()
    assert.ok((await rows()) < 60, `${await rows()} rows in the page`)
    await page.keyboard.press('c')
    await page.locator(t('disagreement-open')).getByText('4,999 of 4,999').waitFor()
    await comes.match(() => page.locator(t('progress')).innerText(), /1 of 5,000/)
    await page.keyboard.press('k')
    await page.locator(t('disagreement-open')).getByText('4,998 of 4,999').waitFor()
    await list.evaluate((node) => (node.scrollTop = 0))
    await page.locator(`${t('disagreement')}[aria-posinset="1"]`).waitFor()
  },

  async 'sheet: leave out a verdict, export; history says what happened'(open) {
    const page = await open()
    await page.keyboard.press('Control+5')
    await page.locator(t('sheet-row')).first().waitFor()
    await page.locator(t('verdict-unreviewed')).click()
    await page.getByText('6 claims ·').waitFor()
    await comes.match(
      () => page.locator(t('sheet-filter')).inputValue(),
      /^verdict:corroborated,disputed,unverifiable$/,
    )
    await page.keyboard.press('Control+e')
    await page.getByText('6 claims written to /home/mara/claims.xlsx').waitFor()
    const columns = () => page.evaluate(() => window.fakeDesktop.exported.columns)
    await comes.deepEqual(() => columns(), [], 'every column')
    await page.locator(t('file-shown')).check()
    await page.keyboard.press('Control+e')
    await page.waitForFunction(() => window.fakeDesktop.exported.columns.length > 0)
    const chosen = await columns()
    assert.ok(chosen.includes('value_low') && !chosen.includes('note'), String(chosen))
    await page.locator(t('format-json')).check({ force: true })
    await comes.equal(() => page.locator(t('file-shown')).isDisabled(), true)
    await page.keyboard.press('Control+e')
    await page.waitForFunction(() => window.fakeDesktop.exported.format === 'json')
    await comes.deepEqual(() => columns(), [], 'JSON is whole')
    await page.keyboard.press('Control+4')
    await page.locator(t('disagreement-open')).waitFor()
    await page.keyboard.press('c')
    await page.locator(t('toast')).waitFor()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+6')
    await page.locator(t('operation')).first().waitFor()
    assert.ok((await page.locator(t('operation')).count()) >= 2)
  },

  async 'history: filter by words, see a claim as it was, take back that one operation'(open) {
    const page = await open()
    await page.keyboard.press('Control+2')
    await page.locator(t('claim-row')).first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('4')
    await page.locator(t('verdict-give')).click()
    await page.locator(t('toast')).waitFor()
    await page.keyboard.press('Control+6')
    await page.locator(t('claim-past')).getByText('Unverifiable').waitFor()
    await page.locator(t('history-words')).fill('imported')
    await page.locator(t('history-count')).getByText('1 operation').waitFor()
    await page.locator(t('history-words')).fill('')
    await page.locator(t('operation-undo')).waitFor()
    await page.locator(t('history-list')).focus()
    await page.keyboard.press('u')
    await page.locator(t('operation-refusal')).waitFor()
    await comes.equal(() => page.locator(t('operation-undo')).isDisabled(), true)
  },

  async 'sources: step through the web, open a document; grades are given'(open) {
    const page = await open()
    await page.keyboard.press('Control+7')
    await page.locator(t('source-row')).first().waitFor()
    await page.keyboard.press('j')
    await page
      .locator(`${t('source-row')}[aria-selected="true"]`)
      .getByText('Maresh Corridor at Five')
      .waitFor()
    await page.locator(t('sources-relations')).getByText('republishes').waitFor()
    await page.locator(t('source-grade')).first().selectOption('A')
    await page.keyboard.press('Control+7')
    await page.locator(t('sources-web')).focus()
    await page.keyboard.press('Enter')
    await page.locator(t('view-read')).waitFor()
    await page.waitForFunction(() => document.activeElement.dataset.test === 'reader')
  },

  async 'no key loses the focus: Esc out of a filter, a claim opened in Read, the manual, a cell left by a key of the window'(
    open,
  ) {
    const page = await open()
    const within = (test) =>
      page.waitForFunction((name) => document.activeElement.closest(`[data-test="${name}"]`) !== null, test)
    const held = () => page.waitForFunction(() => document.activeElement !== document.body)
    for (const [view, filter] of [
      [2, 'claims-filter'],
      [3, 'questions-filter'],
    ]) {
      await page.keyboard.press(`Control+${view}`)
      await held()
      await page.keyboard.press('/')
      await within(filter)
      await page.keyboard.press('Escape')
      await page.waitForFunction((name) => document.activeElement.dataset.test !== name, filter)
      await held()
    }
    // What is written in a cell is kept when F6 or another view is asked for.
    await page.keyboard.press('Control+2')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await within('reader')
    await page.keyboard.press('Control+2')
    await page.keyboard.press('j')
    await page.keyboard.press('F2')
    await within('cell-editor')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Written over')
    await page.keyboard.press('Control+3')
    await page.locator(t('view-questions')).waitFor()
    await held()
    await page.waitForFunction(() =>
      window.fakeDesktop.world.claims.some((claim) => claim.statement === 'Written over'),
    )
    // A name is written over, not into.
    await page.keyboard.press('F2')
    await page.locator(t('rename-question-dialog')).waitFor()
    await comes.equal(
      () => page.evaluate(() => document.activeElement.selectionEnd - document.activeElement.selectionStart),
      await page.evaluate(() => document.activeElement.value.length),
    )
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await within('manual-dialog')
    await page.keyboard.press('Escape')
    await page.locator(t('manual-dialog')).waitFor({ state: 'detached' })
    await held()
  },

  async 'in Arabic the window runs from the right, keys work by their place, documents keep their direction'(open) {
    const page = await open('?lang=ar')
    await page.locator(t('card')).first().waitFor()
    await comes.deepEqual(
      () => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
      ['ar', 'rtl'],
    )
    const left = (name) =>
      page
        .locator(t(name))
        .first()
        .evaluate((node) => node.getBoundingClientRect().left)
    assert.ok((await left('library')) > (await left('reader')), 'the library stands where lines begin')
    await comes.equal(
      () =>
        page
          .locator('[data-at]')
          .first()
          .evaluate((node) => getComputedStyle(node.parentElement).direction),
      'ltr',
    )
    await page.locator(t('reader')).focus()
    await page.evaluate(() =>
      document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'د', code: 'BracketRight', bubbles: true, cancelable: true }),
      ),
    )
    await page.locator(t('suggestion-bar')).waitFor()
    await page.keyboard.press('Control+,')
    await page.locator(t('settings-language')).selectOption('en')
    await page.locator(t('settings-dialog')).getByText('Language of the system').waitFor({ state: 'attached' })
    await comes.equal(() => page.evaluate(() => document.documentElement.dir), 'ltr')
  },
}
