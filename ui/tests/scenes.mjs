// Every view and dialog, and how one gets there: shared by the accessibility check and the pictures.
import { addingScenes } from './adding.mjs'
import { deskScenes } from './desk-scenes.mjs'
import { frameScenes } from './frame-scenes.mjs'

const t = (name) => `[data-test="${name}"]`

async function select(page, words) {
  await page.locator('[data-at]').filter({ hasText: words }).first().waitFor()
  await page.evaluate((sought) => {
    for (const node of document.querySelectorAll('[data-at]')) {
      const at = node.textContent.indexOf(sought)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node.firstChild, at)
      range.setEnd(node.firstChild, at + sought.length)
      const selection = getSelection()
      selection.removeAllRanges()
      selection.addRange(range)
      node.closest('[tabindex="0"]').focus()
      return
    }
    throw new Error(`not in the text: ${sought}`)
  }, words)
}

const form = async (page) => {
  await select(page, 'differ on copper by a factor of two')
  await page.keyboard.press('Enter')
  await page.locator(t('claim-form')).waitFor()
}

export const scenes = [
  { name: 'start', query: '?empty', go: async () => {} },
  { name: 'read', go: async (page) => page.locator(t('card')).first().waitFor() },
  {
    name: 'read-claim',
    go: async (page) => {
      await page.locator(t('card')).first().click()
      await page.locator(t('claim-form')).waitFor()
    },
  },
  {
    name: 'read-passages',
    go: async (page) => {
      await page.locator(t('card')).first().click()
      await page.locator(t('claim-form')).waitFor()
      await select(page, 'Wool and copper')
      // The page offers it once it knows of the selection: a key pressed before would be lost.
      await page.locator(t('passage-add')).waitFor()
      await page.keyboard.press('Shift+Enter')
      await page.locator(t('passage-of-claim')).nth(1).waitFor()
      await select(page, 'Neither customs office')
      await page.locator(t('passage-add')).waitFor()
    },
  },
  {
    name: 'read-suggestion',
    go: async (page) => {
      await page.locator(t('reader')).focus()
      await page.keyboard.press(']')
      await page.locator(t('suggestion-bar')).waitFor()
    },
  },
  { name: 'read-form', go: form },
  {
    name: 'read-question',
    go: async (page) => {
      await select(page, 'Trade along the corridor came to about $800 million in 2018')
      await page.keyboard.press('Enter')
      await page.locator(t('claim-form')).waitFor()
      await page.locator(t('claim-question')).focus()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'read-disagreement',
    go: async (page) => {
      await select(page, 'Trade along the corridor came to about $800 million in 2018')
      await page.keyboard.press('Enter')
      await page.locator(t('claim-form')).waitFor()
      await page.keyboard.press('Enter')
      await page.locator(t('arising-other')).waitFor()
    },
  },
  {
    name: 'read-dismiss',
    go: async (page) => {
      await select(page, 'Trade along the corridor came to about $800 million in 2018')
      await page.keyboard.press('Enter')
      await page.locator(t('claim-form')).waitFor()
      await page.keyboard.press('Enter')
      await page.locator(t('arising-other')).waitFor()
      await page.keyboard.press('d')
      await page.locator(t('dismiss-1')).waitFor()
    },
  },
  {
    name: 'read-find',
    go: async (page) => {
      await page.keyboard.press('Control+f')
      await page.locator(t('find-input')).fill('copper')
    },
  },
  {
    name: 'read-rtl',
    go: async (page) => {
      await page.locator(t('document')).last().getByRole('button').first().click()
      await page.getByText('hidden marks').waitFor()
    },
  },
  ...deskScenes,
  ...addingScenes,
  ...frameScenes,
  {
    name: 'palette',
    go: async (page) => {
      await page.keyboard.press('Control+k')
      await page.locator(t('palette-input')).fill('drill')
      await page.getByText(/Words in documents|كلمات في الوثائق/).waitFor()
    },
  },
  {
    name: 'keys',
    go: async (page) => {
      await page.keyboard.press('Shift+?')
      await page.locator(t('keys-dialog')).waitFor()
    },
  },
  {
    name: 'manual',
    go: async (page) => {
      await page.keyboard.press('F1')
      await page.locator(t('manual-text')).getByRole('heading').first().waitFor()
    },
  },
  {
    name: 'settings',
    go: async (page) => {
      await page.keyboard.press('Control+,')
      await page.locator(t('settings-dialog')).waitFor()
    },
  },
  {
    name: 'rename',
    go: async (page) => {
      await page.keyboard.press('Control+k')
      // The palette finds an action by its words in the window's language.
      const arabic = (await page.locator('html').getAttribute('lang')) === 'ar'
      await page.locator(t('palette-input')).fill(arabic ? 'إعادة تسمية المشروع' : 'rename')
      await page.keyboard.press('Enter')
      await page.locator(t('rename-dialog')).waitFor()
    },
  },
  {
    name: 'menu',
    go: async (page) => {
      await page.locator(t('menu')).click()
      await page.locator(t('menu-list')).waitFor()
    },
  },
  {
    name: 'paste',
    go: async (page) => {
      await page.keyboard.press('Control+Shift+V')
      await page.locator(t('paste-dialog')).waitFor()
    },
  },
  {
    name: 'document',
    go: async (page) => {
      await page.locator(t('edit-document')).nth(1).click({ force: true })
      await page.locator(t('document-dialog')).waitFor()
    },
  },
  {
    name: 'verdict',
    go: async (page) => {
      await page.locator(t('card')).first().click()
      await page.locator(t('claim-form')).waitFor()
      await page.keyboard.press('2')
      await page.locator(t('verdict-give')).click()
      await page.getByText('open disagreement').waitFor()
    },
  },
]
