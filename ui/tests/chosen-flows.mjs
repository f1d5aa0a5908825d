// What is done to several claims at once and to questions by keys alone, what the window keeps, and what it says aloud.
import assert from 'node:assert/strict'
import { comes } from './comes.mjs'

const t = (name) => `[data-test="${name}"]`
const world = (page, read) => page.evaluate(`(${read})(window.fakeDesktop.world)`)
const until = (page, read) => page.waitForFunction(`(${read})(window.fakeDesktop.world)`)

/** Two claims chosen in Claims, by keys. */
async function twoClaims(page) {
  await page.keyboard.press('Control+2')
  await page.locator(t('claim-row')).first().click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.locator(t('chosen-count'), { hasText: '2 claims chosen' }).waitFor()
}

export const chosenFlows = {
  async 'claims: tags and a question for all that are chosen, one step each for undo'(open) {
    const page = await open()
    await twoClaims(page)
    await page.keyboard.press('t')
    await page.locator(t('tag-new')).fill('border')
    await page.keyboard.press('Enter')
    await until(page, (w) => w.claims.filter((one) => one.tags.includes('border')).length === 2)
    await page.keyboard.press('Control+z')
    await until(page, (w) => w.claims.every((one) => !one.tags.includes('border')))

    const under = (w) => w.claims.map((one) => one.question).join()
    const before = await world(page, under)
    await page.locator(t('tags-dialog')).waitFor({ state: 'detached' })
    await page.keyboard.press('q')
    await page.locator(t('question-choice')).fill('What crossed at the new gate?')
    await page.locator(t('put-under-apply')).click()
    await until(page, (w) => {
      const made = w.questions.find((one) => one.text === 'What crossed at the new gate?')
      return made && w.claims.filter((one) => one.question === made.question).length === 2
    })
    await page.keyboard.press('Control+z')
    await page.waitForFunction(
      (was) => window.fakeDesktop.world.claims.map((one) => one.question).join() === was,
      before,
    )
  },

  async 'questions: merged and split by keys alone'(open) {
    const page = await open()
    await page.keyboard.press('Control+3')
    await page.locator(t('answer-plot')).waitFor()
    const texts = await world(page, (w) => w.questions.map((one) => one.text))
    const held = await page.locator(t('question')).first().getAttribute('data-question')
    const count = `window.fakeDesktop.world.claims.filter((one) => one.question === ${JSON.stringify(held)}).length`
    const claims = await page.evaluate(count)

    await page.keyboard.press('s')
    await page.locator(t('split-wording')).fill('What did the customs office count?')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.locator(t('question-apply')).focus()
    await page.keyboard.press('Enter')
    await page.locator(t('split-dialog')).waitFor({ state: 'detached' })
    await until(page, (w) => w.questions.some((one) => one.text === 'What did the customs office count?'))
    await page.keyboard.press('Control+z')
    await page.waitForFunction(`${count} === ${claims}`)

    await page.keyboard.press('m')
    await page
      .locator(`${t('merge-dialog')} input`)
      .first()
      .fill(texts.at(-1))
    await page.keyboard.press('Enter')
    await page.waitForFunction((n) => window.fakeDesktop.world.questions.length === n - 1, texts.length)
    await page.keyboard.press('Control+z')
    await page.waitForFunction((n) => window.fakeDesktop.world.questions.length === n, texts.length)
  },

  async 'columns of Claims and the widths of panes are kept; a divider moves by arrows'(open) {
    const page = await open()
    const divider = page.getByRole('separator').first()
    const width = async () => Number(await divider.getAttribute('aria-valuenow'))
    const was = await width()
    await divider.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await comes.equal(() => width(), was + 32)
    await page.keyboard.press('Control+2')
    await page.locator(t('claims-columns')).click()
    const heads = () => page.locator(`${t('claims-table')} [role=columnheader]`).allInnerTexts()
    const before = await heads()
    await page
      .locator(`${t('columns-dialog')} input[type=checkbox]:not(:checked)`)
      .first()
      .click()
    await page.locator(t('columns-done')).click()
    const wider = await heads()
    assert.equal(wider.length, before.length + 1)
    await page.keyboard.press('Control+3')
    await page.keyboard.press('Control+2')
    await page.locator(t('claim-row')).first().waitFor()
    await comes.deepEqual(() => heads(), wider)
    await page.keyboard.press('Control+1')
    await comes.equal(() => width(), was + 32)
  },

  async 'hover shows the words a field came from; a saved claim and what it disagrees with are said aloud'(open) {
    const page = await open()
    // Everything that a live region says, as it says it.
    await page.evaluate(() => {
      window.aloud = []
      const hear = () => {
        for (const node of document.querySelectorAll('[aria-live], [role=status], [role=alert]')) {
          const words = node.textContent.trim()
          if (words && window.aloud.at(-1) !== words) window.aloud.push(words)
        }
      }
      new MutationObserver(hear).observe(document.body, { childList: true, characterData: true, subtree: true })
    })
    await page.locator(t('card')).first().click()
    await page.locator(t('claim-form')).waitFor()
    const lit = () => page.evaluate(() => [...(CSS.highlights.get('hot') ?? [])].map(String).join(''))
    await page.locator(t('claim-kind')).hover()
    await comes.equal(() => lit(), '')
    await page.locator(t('claim-value')).hover()
    await page.waitForFunction(
      () => [...(CSS.highlights.get('hot') ?? [])].map(String).join('') === 'about $800 million',
    )

    await page.keyboard.press('Escape')
    await page.evaluate(() => {
      for (const node of document.querySelectorAll('[data-at]')) {
        const sought = 'Trade along the corridor came to about $800 million in 2018'
        const at = node.textContent.indexOf(sought)
        if (at < 0) continue
        getSelection().setBaseAndExtent(node.firstChild, at, node.firstChild, at + sought.length)
        document.querySelector('[data-test=reader]').focus()
      }
    })
    await page.keyboard.press('Enter')
    await page.locator(t('claim-save')).waitFor()
    await page.keyboard.press('Enter')
    await page.locator(t('arising-other')).waitFor()
    await page.waitForFunction(() => window.aloud.some((words) => /saved|recorded/i.test(words)))
    await page.waitForFunction(() => window.aloud.some((words) => /^Disagrees with .+exclude one another/.test(words)))
  },
}
