// Read, by pointer and by key: the ends of a passage, the cursor of words, tables, claims that overlap, the focus.
import assert from 'node:assert/strict'
import { comes } from './comes.mjs'

const t = (name) => `[data-test="${name}"]`
const selected = (page) => page.evaluate(() => getSelection().toString())

/** Where some words begin and end on the screen. */
const endsOf = (page, words) =>
  page.evaluate((sought) => {
    for (const node of document.querySelectorAll('[data-at]')) {
      const at = node.textContent.indexOf(sought)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node.firstChild, at)
      range.setEnd(node.firstChild, at + sought.length)
      const box = range.getBoundingClientRect()
      return { start: box.left, end: box.right, y: box.top + box.height / 2 }
    }
    throw new Error(`not in the text: ${sought}`)
  }, words)

export const readFlows = {
  async 'the ends of a passage are dragged by their handles, word by word, as one change'(open) {
    const page = await open()
    const rests = () => page.evaluate(() => window.fakeDesktop.world.claims[0].passages.map((one) => one.exact))
    await page.locator(t('card')).first().click()
    await page.locator(t('handle-end')).waitFor()
    const operations = () => page.evaluate(() => window.fakeDesktop.world.operations.length)
    const before = await operations()
    const pull = async (edge, words) => {
      const box = await page.locator(t(`handle-${edge}`)).boundingBox()
      assert.ok(box.width >= 24 && box.height >= 24, `a target of ${box.width} × ${box.height}`)
      const to = await endsOf(page, words)
      await page.mouse.move(box.x + box.width / 2, box.y + 8)
      await page.mouse.down()
      await page.mouse.move(to[edge], to.y - 4, { steps: 6 })
      await page.mouse.up()
    }
    await pull('end', 'commerce')
    await page.waitForFunction(() => window.fakeDesktop.world.claims[0].passages[0].exact.endsWith('commerce'))
    await comes.deepEqual(
      () => rests(),
      ['Trade along the corridor came to about $800 million in 2018, the chamber of commerce'],
    )
    await comes.equal(() => operations(), before + 1)
    await pull('start', 'corridor')
    await page.waitForFunction(() => window.fakeDesktop.world.claims[0].passages[0].exact.startsWith('corridor came'))
  },

  async 'the text keeps its measure beside the cards, which lie beside it and not over it'(open) {
    for (const [width, height, least] of [
      [1280, 800, 54],
      [1920, 1080, 60],
    ]) {
      const page = await open('?light')
      await page.setViewportSize({ width, height })
      await page.locator(t('card')).first().waitFor()
      const { characters, right, cards } = await page.evaluate(() => {
        const paragraph = [...document.querySelectorAll('[data-test="article"] p')].find(
          (p) => p.textContent.length > 300,
        )
        const range = document.createRange()
        range.selectNodeContents(paragraph)
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.bottom / 28)))
        const edges = [...document.querySelectorAll('[data-test="card"]')].map(
          (card) => card.getBoundingClientRect().left,
        )
        const { right } = range.getBoundingClientRect()
        // The last line is mostly about half full.
        return { characters: paragraph.textContent.length / (lines.size - 0.5), right, cards: Math.min(...edges) }
      })
      assert.ok(characters >= least, `${characters} characters a line at ${width}`)
      assert.ok(cards >= right, `a card begins at ${cards}, the text ends at ${right}`)
    }
  },

  async 'a cursor of words: right, left, and further with Shift; the other way round where lines run so'(open) {
    const page = await open()
    await page.locator(t('reader')).focus()
    await page.keyboard.press('s')
    await page.keyboard.press('s')
    const sentence = await selected(page)
    assert.ok(sentence.length > 10, sentence)
    await page.keyboard.press('ArrowRight')
    const first = await selected(page)
    assert.match(first, /^\S+$/u)
    await page.keyboard.press('ArrowRight')
    const second = await selected(page)
    assert.notEqual(second, first)
    await page.keyboard.press('ArrowLeft')
    await comes.equal(() => selected(page), first)
    await page.keyboard.press('Shift+ArrowRight')
    assert.match((await selected(page)).trim(), /^\S+\s\S+$/u)

    await page.locator(t('document')).last().getByRole('button').first().click()
    await page
      .locator(`${t('article')}[lang=ur]`)
      .or(page.locator('.column[lang=ur]'))
      .first()
      .waitFor()
    await page.locator(t('reader')).focus()
    await page.keyboard.press('s')
    await page.keyboard.press('ArrowLeft')
    const here = await selected(page)
    await page.keyboard.press('ArrowLeft')
    const next = await selected(page)
    await page.keyboard.press('ArrowRight')
    await comes.equal(() => selected(page), here, 'right goes back where lines run to the left')
    assert.notEqual(next, here)
  },

  async 'a text that runs from the right stands in its order, also in a window that does'(open) {
    for (const query of ['?light', '?light&lang=ar']) {
      const page = await open(query)
      await page.locator(t('document')).last().getByRole('button').first().click()
      await page
        .locator(`${t('article')} h1`)
        .filter({ hasText: 'گذرگاه' })
        .waitFor()
      const first = await endsOf(page, 'دونوں')
      const behind = await endsOf(page, 'سال')
      assert.ok(behind.end <= first.start, `${query}: ${JSON.stringify({ first, behind })}`)
      const title = await endsOf(page, 'گذرگاه')
      assert.ok(Math.abs(title.end - first.end) < 4, `${query}: title and text begin at one edge`)
    }
  },

  async 'rows are a table with columns, and their words are the text'(open) {
    const page = await open()
    const table = page.getByRole('table').first()
    await table.scrollIntoViewIfNeeded()
    await comes.equal(() => table.getByRole('row').count(), 3)
    await comes.deepEqual(
      () => table.getByRole('columnheader').allInnerTexts(),
      ['Year', 'Western ledger', 'Eastern ledger'],
    )
    await comes.equal(() => table.getByRole('cell').count(), 6)
    const lefts = await table
      .getByRole('row')
      .evaluateAll((rows) => rows.map((row) => Math.round(row.children[1].getBoundingClientRect().left)))
    assert.equal(new Set(lefts).size, 1, 'a column stands in one line')
    const text = await page.evaluate(() =>
      [...document.querySelectorAll('[role=row]')].map((row) => row.textContent).join('\n'),
    )
    assert.match(text, /2016\t410 million\t355 million/)
  },

  async 'claims on the same words: a line each, and a click more for the next'(open) {
    const page = await open()
    const words = 'Trade along the corridor came to about $800 million in 2018'
    const drag = async () => {
      await page.evaluate((sought) => {
        const node = [...document.querySelectorAll('[data-at]')].find((one) => one.textContent === sought)
        getSelection().selectAllChildren(node)
        document.querySelector('[data-test=reader]').focus()
      }, words)
    }
    await page.locator(t('card')).first().waitFor()
    await drag()
    await page.keyboard.press('Enter')
    await page.locator(t('claim-form')).waitFor()
    await page.keyboard.press('Enter')
    const mark = page.locator(t('mark'), { hasText: words }).first()
    await page.waitForFunction(() => document.querySelector('.under mark') !== null)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    const inHand = () => mark.getAttribute('data-claim')
    await mark.click()
    await page.locator(t('claim-form')).waitFor()
    const one = await inHand()
    await mark.click()
    await page.waitForFunction((before) => document.querySelector('.under mark')?.dataset.claim !== before, one)
    assert.equal((await mark.getAttribute('data-claims')).split(' ').length, 2)
  },

  async 'the focus is never lost: through the views, and where a dialog or a row goes'(open) {
    const page = await open()
    const held = () => page.evaluate(() => document.activeElement !== document.body)
    await page.waitForFunction(() => document.activeElement !== document.body)
    for (const view of [2, 3, 4, 5, 6, 7, 1]) {
      await page.keyboard.press(`Control+${view}`)
      await page.waitForFunction(() => document.activeElement !== document.body)
    }
    await page.locator(t('card')).first().click()
    await page.locator(t('claim-form')).waitFor()
    await page.keyboard.press('Alt+s')
    await page.keyboard.press('Escape')
    await comes.equal(() => held(), true)
    await page.keyboard.press('?')
    await page.keyboard.press('Escape')
    await comes.equal(() => held(), true)
  },

  async 'at 200 % every pane and every view can be come to, and nothing is wider than the window'(open) {
    const page = await open()
    // 1280 × 800 enlarged twice.
    await page.setViewportSize({ width: 640, height: 400 })
    for (let n = 0; n < 3; n++) {
      await page.keyboard.press('F6')
      await page.waitForFunction(() => {
        const pane = document.activeElement.closest('[data-pane]')?.getBoundingClientRect()
        return pane && pane.width >= 300 && pane.left > -40 && pane.right < innerWidth + 40
      })
    }
    for (const view of [1, 2, 3, 4, 5, 6, 7]) {
      await page.keyboard.press(`Control+${view}`)
      await page.waitForFunction((n) => document.querySelectorAll('.tabs button')[n - 1].ariaCurrent === 'page', view)
      await comes.equal(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
      const tab = page.locator('.tabs [aria-current=page]')
      await tab.scrollIntoViewIfNeeded()
      const box = await tab.boundingBox()
      assert.ok(box.width > 24 && box.x >= 0 && box.x + box.width <= 640, JSON.stringify(box))
    }
  },

  async 'at 200 % what gets the focus is in sight: the form, the disagreement that arose, the text again'(open) {
    const page = await open()
    await page.setViewportSize({ width: 640, height: 400 })
    const inSight = (test) =>
      page.waitForFunction((name) => {
        const own = document.activeElement.closest(`[data-test="${name}"]`)?.getBoundingClientRect()
        return own && own.left > -1 && own.right < innerWidth + 1
      }, test)
    await page.locator(t('reader')).focus()
    await page.keyboard.press(']')
    await page.keyboard.press('Enter')
    await inSight('claim-statement')
    await page.keyboard.press('Escape')
    await inSight('reader')
  },

  async 'nothing moves for who asked for less motion'(open) {
    const page = await open()
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((node) => {
          const { transitionDuration, animationName } = getComputedStyle(node)
          return animationName !== 'none' || transitionDuration.split(', ').some((time) => parseFloat(time) > 0)
        }).length,
    )
    assert.equal(moving, 0)
  },
}
