// The frame in Chromium over the fake desktop: a person's own keys.
import assert from 'node:assert/strict'
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
    assert.match(await page.locator(t('keys-refused')).innerText(), /Text fields/)
    await page.keyboard.press('Escape')
    assert.deepEqual(await chords('manual'), ['F1'])
    assert.equal(await page.locator(t('keys-choice')).count(), 1)
    // Another action's key: named, and taken only when told.
    await record('manual', 'Control+e')
    assert.match(await page.locator(t('keys-conflict')).innerText(), /Ctrl\+E.*Export the claim sheet/)
    await page.keyboard.press('Enter')
    await page.locator(t('keys-recording')).waitFor({ state: 'detached' })
    assert.deepEqual(await chords('manual'), ['CtrlE'])
    assert.deepEqual(await chords('export'), [])
    // A key of one view only is free in the others.
    await page.locator(t('keys-filter')).fill('wave')
    await record('wave', 't')
    await page.locator(t('keys-filter')).fill('')
    assert.deepEqual(await chords('wave'), ['T'])
    assert.deepEqual(await chords('claims-tags'), ['T'])
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
    assert.match(await page.locator('footer').innerText(), /T\s*wave/)
    await page.locator(t('menu')).click()
    assert.match((await page.locator(t('menu-manual')).innerText()).replace(/\s+/g, ' '), /Manual Ctrl ?E/)
    await page.keyboard.press('Escape')
    assert.deepEqual(await page.evaluate(() => window.fakeDesktop.settings.keys), {
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
}
