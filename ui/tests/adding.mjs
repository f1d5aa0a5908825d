// Adding documents: passwords, newer versions, references, folders. The flows and the scenes.
import assert from 'node:assert/strict'
import { comes } from './comes.mjs'

const t = (name) => `[data-test="${name}"]`

/** Files dropped on the window. */
const drop = async (page, ...paths) => {
  await page.locator(t('document')).first().waitFor()
  await page.evaluate((all) => window.fakeDesktop.emit('files-dropped', all), paths)
}
const locked = async (page) => {
  await drop(page, '/home/mara/plan-locked.pdf', '/home/mara/notes.txt', '/home/mara/budget-locked.pdf')
  await page.locator(t('locked-file')).nth(1).waitFor()
}
const wrong = async (page) => {
  await locked(page)
  await page.keyboard.type('mole')
  await page.keyboard.press('Enter')
  await page.getByText('does not open it').first().waitFor()
}
const newer = async (page) => {
  await drop(page, '/home/mara/newer-report.html')
  await page.locator(t('newer-replace')).waitFor()
}
const told = async (page) => {
  await drop(page, '/home/mara/lies.pdf', '/home/mara/scan.pdf')
  await page.locator(t('import-warned')).waitFor()
  await page.locator(t('import-failed')).waitFor()
}
/** The last document, in which characters stand that nobody would see. */
export const hidden = async (page) => {
  await page.locator(t('document')).last().getByRole('button').first().click()
  await page.locator(t('reader-hidden')).waitFor()
}
const references = async (page) => {
  await drop(page, '/home/mara/library.bib')
  await page.locator(t('references-dialog')).waitFor()
}

const text = (page, name) => page.locator(t(name)).first().innerText()

/** Where a letter of a word of the text stands on the screen. */
const placeOf = (page, letter, word) =>
  page.evaluate(
    ([sought, within]) => {
      const node = [...document.querySelectorAll('[data-at]')].find((one) => one.textContent.trim() === within)
      const at = sought === within[0] ? 0 : within.lastIndexOf(sought)
      const range = document.createRange()
      range.setStart(node.firstChild, at)
      range.setEnd(node.firstChild, at + 1)
      return range.getBoundingClientRect().left
    },
    [letter, word],
  )

export const addingScenes = [
  { name: 'adding-locked', go: locked },
  {
    name: 'adding-wrong',
    go: async (page) => {
      await locked(page)
      await page.keyboard.type('mole')
      await page.keyboard.press('Enter')
      await page.locator(`${t('password')}[aria-invalid=true]`).waitFor()
    },
  },
  { name: 'adding-newer', go: newer },
  { name: 'adding-references', go: references },
  { name: 'adding-told', go: told },
  {
    name: 'warnings',
    go: async (page) => {
      await told(page)
      await page.locator(t('reader-warnings')).click()
      await page.locator(t('warnings-dialog')).waitFor()
    },
  },
  {
    name: 'hidden-characters',
    go: async (page) => {
      await hidden(page)
      await page.locator(t('reader-hidden')).click()
    },
  },
  {
    name: 'adding-newer-locked',
    go: async (page) => {
      await page.locator(t('document')).first().hover()
      await page.evaluate(() => (window.fakeDesktop.replacing = '/home/mara/plan-locked.pdf'))
      await page.locator(t('edit-document')).first().click()
      await page.locator(t('document-replace')).click()
      await page.locator(t('newer-locked')).waitFor()
    },
  },
]

export const addingFlows = {
  async 'locked files: a wrong password says so, the right one opens all, by keyboard alone'(open) {
    const page = await open()
    await wrong(page)
    const field = page.locator(t('password')).first()
    await comes.equal(() => field.evaluate((node) => node === document.activeElement), true)
    await comes.equal(() => field.inputValue(), '')
    await comes.equal(() => field.getAttribute('aria-invalid'), 'true')
    await page.keyboard.type('harbour')
    await page.keyboard.press('Enter')
    await page.locator(t('import-locked')).waitFor({ state: 'detached' })
    await comes.equal(() => page.locator(t('document')).count(), 8)
    assert.equal(await page.evaluate(() => document.body.innerHTML.includes('harbour')), false)
  },

  async 'locked files: skipped, and what is typed elsewhere keeps the focus'(open) {
    const page = await open()
    await page.locator(t('document')).first().waitFor()
    await page.keyboard.press('Control+f')
    await page.locator(t('find-input')).fill('corr')
    await locked(page)
    await page.keyboard.type('idor')
    await comes.equal(() => page.locator(t('find-input')).inputValue(), 'corridor')
    await page.locator(t('password-skip')).first().click()
    await page.locator(t('password-skip')).first().click()
    await page.locator(t('import-locked')).waitFor({ state: 'detached' })
  },

  async 'warnings: told when a file is added, and later at the document; a scan says what to do'(open) {
    const page = await open()
    await told(page)
    const said = await page.locator(t('import-warned')).innerText()
    assert.match(said, /1 document was read with warnings/)
    assert.match(said, /“lies\.pdf” promises a PDF file, but it holds a web page/)
    assert.match(said, /picture 3: A picture was left out/)
    await comes.match(() => page.locator(t('import-failed')).innerText(), /scan\.pdf[\s\S]*pictures of text[\s\S]*OCR/)
    await page.locator(t('import-warned')).getByRole('button', { name: 'Close' }).click()
    await page.locator(t('import-warned')).waitFor({ state: 'detached' })
    const link = page.locator(t('reader-warnings'))
    await comes.equal(() => link.innerText(), '2 warnings')
    await link.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Left out or not sure' })
    await comes.match(() => dialog.innerText(), /promises a PDF file[\s\S]*A picture was left out/)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await comes.equal(() => link.evaluate((node) => node === document.activeElement), true)
    // What was added and taken back is told no more.
    await drop(page, '/home/mara/lies.pdf')
    await page.locator(t('import-warned')).waitFor()
    await page.keyboard.press('Control+z')
    await page.locator(t('import-warned')).waitFor({ state: 'detached' })
  },

  async 'hidden characters: a sign, a name, gone to by a button; what is copied and quoted is the text'(open) {
    const page = await open()
    await hidden(page)
    const signs = page.locator('.hiddenchar')
    await comes.deepEqual(
      () => signs.evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content.replaceAll('"', ''))),
      ['ZWSP', 'RLO', 'PDF'],
    )
    const override = page.getByRole('img', { name: 'Right-to-left override (U+202E)' })
    await comes.equal(() => override.getAttribute('title'), 'Right-to-left override (U+202E)')
    await comes.equal(() => override.evaluate((node) => node.textContent), '\u202e')
    // What follows an override reads in the order it is written in.
    const [first, last] = [await placeOf(page, 'o', 'override'), await placeOf(page, 'e', 'override')]
    assert.ok(first < last, `${first}, ${last}`)

    await comes.equal(() => text(page, 'reader-hidden'), '3 hidden characters')
    for (const name of ['Zero-width space, 1 of 3', 'Right-to-left override, 2 of 3', /, 3 of 3/, /, 1 of 3/]) {
      await page.locator(t('reader-hidden')).press('Enter')
      await page.getByText(name).first().waitFor({ state: 'attached' })
    }
    const words = 'zero\u200bwidth and \u202eoverride\u202c stand here'
    await page.evaluate((sought) => {
      const block = [...document.querySelectorAll('[data-block]')].find((one) => one.textContent.includes(sought))
      const place = (at) => {
        for (const node of block.querySelectorAll('[data-at]')) {
          if (at <= node.textContent.length) return [node.firstChild, at]
          at -= node.textContent.length
        }
      }
      const at = block.textContent.indexOf(sought)
      getSelection().setBaseAndExtent(...place(at), ...place(at + sought.length))
      document.querySelector('[data-test=reader]').focus()
    }, words)
    await comes.equal(() => page.evaluate(() => getSelection().toString()), words)
    await page.keyboard.press('Enter')
    await page.locator(t('claim-form')).waitFor()
    await page.keyboard.press('Enter')
    await page.locator(t('claim-saved')).waitFor()
    const quote = await page.evaluate(() => window.fakeDesktop.world.claims.at(-1).passages[0].exact)
    assert.equal(quote, words)
    // In the mark of a claim the signs stay.
    await page.waitForFunction(() => document.querySelectorAll('mark.hiddenchar').length === 3)
  },

  async 'a newer version takes the place of the older document, in one step'(open) {
    const page = await open()
    await newer(page)
    await comes.equal(() => page.locator(t('document')).count(), 6)
    await page.locator(t('newer-replace')).press('Enter')
    await page.locator(t('anchoring')).first().waitFor()
    await page.keyboard.press('Control+1')
    await page.locator(t('document')).first().waitFor()
    await comes.equal(() => page.locator(t('document')).count(), 5)
  },

  async 'references: shown before anything is written, attached, undone'(open) {
    const page = await open()
    await references(page)
    const dialog = page.locator(t('references-dialog'))
    await comes.match(() => dialog.innerText(), /1 reference is not sure[\s\S]*1 reference finds no document/)
    await comes.match(
      () => page.locator(t('reference')).innerText(),
      /Address\s+empty → https:\/\/doi\.org\/10\.5555\/port\.7/,
    )
    await comes.match(() => page.locator(t('reference')).innerText(), /Author stays/)
    await page.locator(t('references-overwrite')).check()
    await comes.match(() => page.locator(t('reference')).innerText(), /→ Rehm, N\.; Ek, B\./)
    await page.locator(t('reference-take')).uncheck()
    assert.ok(await page.locator(t('references-attach')).isDisabled())
    await page.locator(t('reference-take')).check()
    await page.locator(t('references-attach')).click()
    await dialog.waitFor({ state: 'detached' })
    await page.locator(t('toast-offer')).waitFor()
    const author = () => page.evaluate(() => window.fakeDesktop.world.documents[0].author)
    await comes.equal(() => author(), 'Rehm, N.; Ek, B.')
    await page.keyboard.press('Control+z')
    await page.waitForFunction(() => window.fakeDesktop.world.documents[0].author !== 'Rehm, N.; Ek, B.')
  },

  async 'a folder is added from the palette'(open) {
    const page = await open()
    await page.locator(t('document')).first().waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Add a folder')
    await page.keyboard.press('Enter')
    await page.locator(t('document')).nth(5).waitFor()
  },

  async 'the place of a passage is chosen by keys alone'(open) {
    const page = await open()
    await page.locator(t('document')).first().waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Replace with newer')
    await page.keyboard.press('Enter')
    await page.locator(t('anchoring')).first().waitFor()
    await page.keyboard.press('p')
    await page.locator(t('choose-place-dialog')).waitFor()
    const chosen = () => page.locator(t('chosen')).innerText()
    await page.keyboard.press('Enter')
    await comes.match(() => chosen(), /Nothing is selected/)
    await page.keyboard.press('s')
    const one = await chosen()
    assert.match(one, /^“.+”$/)
    await page.keyboard.press('s')
    assert.notEqual(await chosen(), one)
    await page.keyboard.press('Shift+S')
    await comes.equal(() => chosen(), one)
    await page.keyboard.press('Alt+Shift+ArrowLeft')
    await page.keyboard.press('Alt+Shift+ArrowDown')
    const shorter = await chosen()
    assert.ok(one.includes(shorter.slice(1, -1)) && shorter.length < one.length, `${one} → ${shorter}`)
    await comes.equal(() => page.evaluate(() => CSS.highlights.has('chosen')), true)
    await page.keyboard.press('Enter')
    await page.locator(t('choose-place-dialog')).waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.querySelectorAll('[data-test=anchoring]').length === 2)
    await comes.match(() => page.locator(t('anchorings-progress')).innerText(), /1 of 3/)
    await page.keyboard.press('Control+z')
    await page.waitForFunction(() => document.querySelectorAll('[data-test=anchoring]').length === 3)
  },
}
