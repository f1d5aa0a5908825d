// The frame in Chromium over the fake desktop: a person's own keys.
import assert from 'node:assert/strict'
import { comes } from './comes.mjs'
import { chooseKeys } from './frame-scenes.mjs'

const t = (name) => `[data-test="${name}"]`

export const frameFlows = {
  async 'keys: recorded, refused, taken over from another action, shown everywhere, given back'(open) {
    const page = await open()
    const row = (action) => page.locator(`${t('keys-action')}[data-action="${action}"]`)
    const chords = async (action) =>
      (
        await row(action)
          .locator(`${t('keys-chord')} .keys`)
          .allInnerTexts()
      ).map((one) => one.replace(/\s/g, ''))
    const record = async (action, key) => {
      await row(action).locator(t('keys-chord')).first().click()
      await page.locator(t('keys-recording')).waitFor()
      await page.keyboard.press(key)
    }
    await chooseKeys(page)
    // What the system needs is refused with the reason, and what was there stays.
    await record('manual', 'Control+c')
    await comes.match(() => page.locator(t('keys-refused')).innerText(), /Text fields/)
    await page.keyboard.press('Escape')
    await comes.deepEqual(() => chords('manual'), ['F1'])
    await comes.equal(() => page.locator(t('keys-choice')).count(), 1)
    // Another action's key: named, and taken only when told.
    await record('manual', 'Control+e')
    await comes.match(() => page.locator(t('keys-conflict')).innerText(), /Ctrl\+E.*Export the claim sheet/)
    await page.keyboard.press('Enter')
    await page.locator(t('keys-recording')).waitFor({ state: 'detached' })
    await comes.deepEqual(() => chords('manual'), ['CtrlE'])
    await comes.deepEqual(() => chords('export'), [])
    // A key of one view only is free in the others.
    await page.locator(t('keys-filter')).fill('wave')
    await record('wave', 't')
    await page.locator(t('keys-filter')).fill('')
    await comes.deepEqual(() => chords('wave'), ['T'])
    await comes.deepEqual(() => chords('claims-tags'), ['T'])
    await page.keyboard.press('Escape')
    await page.locator(t('keys-choice')).waitFor({ state: 'detached' })
    // It does what it says, and every place that shows it says so.
    await page.keyboard.press('F1')
    await page.keyboard.press('Control+e')
    await page.locator(t('manual-dialog')).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+?')
    const sheet = await page.locator(t('keys-dialog')).innerText()
    assert.match(sheet.replace(/\s+/g, ' '), /Manual Ctrl ?E/)
    await page.keyboard.press('Escape')
    await comes.match(() => page.locator('footer').innerText(), /T\s*wave/)
    await page.locator(t('menu')).click()
    assert.match((await page.locator(t('menu-manual')).innerText()).replace(/\s+/g, ' '), /Manual Ctrl ?E/)
    await page.keyboard.press('Escape')
    await comes.deepEqual(() => page.evaluate(() => window.fakeDesktop.settings.keys), {
      manual: ['Control+e'],
      export: [],
      wave: ['t'],
    })
    // Given back: whoever took it loses it.
    await chooseKeys(page)
    await row('export').locator(t('keys-reset')).click()
    assert.deepEqual([await chords('export'), await chords('manual')], [['CtrlE'], []])
    await page.locator(t('keys-reset-all')).click()
    assert.deepEqual([await chords('export'), await chords('manual'), await chords('wave')], [['CtrlE'], ['F1'], ['W']])
  },

  async 'guide: seven steps, each by doing it; left and taken up again'(open) {
    const page = await open('?empty')
    const step = (name) => page.locator(`${t('guide')}[data-step="${name}"]`).waitFor()
    await page.locator(t('start-guide')).click()
    await step('suggestion')
    await page.locator(t('reader')).focus()
    await page.keyboard.press(']')
    await step('form')
    await page.locator(t('guide-leave')).click()
    await page.locator(t('guide')).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await page.keyboard.type('first five')
    await page.locator(t('palette-entry')).first().waitFor()
    await page.keyboard.press('Enter')
    await step('form')
    await page.locator(t('reader')).focus()
    if (!(await page.locator(t('suggestion-bar')).count())) await page.keyboard.press(']')
    await page.locator(t('suggestion-bar')).waitFor()
    await page.keyboard.press('Enter')
    await page.locator(t('claim-form')).waitFor()
    await step('save')
    await page.keyboard.press('Enter')
    await step('disagreement')
    await page.keyboard.press('Control+4')
    await page.locator(t('confirm')).waitFor()
    await page.keyboard.press('c')
    await step('verdict')
    await page.locator(t('guide-show')).click()
    await page.locator(t('claim-row')).first().click()
    await page.keyboard.press('3')
    await page.locator(t('verdict-dialog')).waitFor()
    await page.keyboard.press('Enter')
    await step('question')
    await page.keyboard.press('Control+3')
    await step('export')
    await page.keyboard.press('Control+e')
    await step('finished')
    await page.locator(t('guide-leave')).click()
    await page.locator(t('guide')).waitFor({ state: 'detached' })
  },
  async 'print: the sheet, a document, a question; what is printed is on paper whole, and only that'(open) {
    const page = await open()
    await page.locator(t('card')).first().waitFor()
    await page.keyboard.press('Control+p')
    // In Read it is the document at hand.
    await page.locator(t('print-document')).waitFor()
    const paper = async () => (await page.locator('[data-print]').textContent()).replace(/\s+/g, ' ')
    await page.waitForFunction(() => document.querySelector('[data-print] h1'))
    await comes.match(() => paper(), /The Maresh Corridor, Five Years On/)
    await page.locator(t('print-kind')).selectOption('sheet')
    await page.waitForFunction(() => document.querySelectorAll('[data-print] tr').length === 14)
    await page.emulateMedia({ media: 'print' })
    const shown = await page.evaluate(() =>
      ['#app', 'dialog', '[data-print]'].map((css) => getComputedStyle(document.querySelector(css)).display),
    )
    assert.deepEqual(shown, ['none', 'none', 'block'])
    const pdf = await page.pdf({ format: 'A4' })
    assert.ok(pdf.length > 10_000)
    await page.emulateMedia({ media: 'screen' })
    await page.locator(t('print-go')).click()
    await page.waitForFunction(() => window.fakeDesktop.printed !== null)
    await page.keyboard.press('Escape')
    await page.locator('[data-print]').waitFor({ state: 'detached' })
  },
  async 'backups: their folder is chosen and given back; those there are stay listed'(open) {
    const page = await open()
    await page.keyboard.press('Control+,')
    await comes.match(() => page.locator(t('backup-folder')).innerText(), /folder of its own/)
    await page.locator(t('backup-folder-choose')).click()
    await page.locator(t('backup-folder-own')).waitFor()
    await comes.match(() => page.locator(t('backup-folder')).innerText(), /\/media\/mara\/disk\/backups/)
    await page.locator(t('backups-count')).click()
    await comes.equal(() => page.locator(t('backup')).count(), 1)
    await page.locator(t('backup-folder-own')).click()
    await page.locator(t('backup-folder-own')).waitFor({ state: 'detached' })
  },
}
