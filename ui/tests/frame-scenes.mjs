// What is around every view: choosing keys.
const t = (name) => `[data-test="${name}"]`

export const chooseKeys = async (page) => {
  await page.keyboard.press('Control+,')
  await page.locator(t('settings-keys')).click()
  await page.locator(t('keys-choice')).waitFor()
}
const chord = (page, action) => page.locator(`${t('keys-action')}[data-action="${action}"] ${t('keys-chord')}`).first()

export const frameScenes = [
  { name: 'keys-choice', go: chooseKeys },
  {
    name: 'keys-conflict',
    go: async (page) => {
      await chooseKeys(page)
      await chord(page, 'manual').click()
      await page.keyboard.press('Control+e')
      await page.locator(t('keys-conflict')).waitFor()
    },
  },
  {
    name: 'keys-refused',
    go: async (page) => {
      await chooseKeys(page)
      await chord(page, 'manual').click()
      await page.keyboard.press('Control+c')
      await page.locator(t('keys-refused')).waitFor()
    },
  },
  ...['sheet', 'document', 'question'].map((kind) => ({
    name: `print-${kind}`,
    go: async (page) => {
      await page.locator(t('card')).first().waitFor()
      await page.keyboard.press('Control+p')
      await page.locator(t('print-kind')).selectOption(kind)
      await page.locator(`${t('print-preview')} h1`).waitFor()
    },
  })),
  {
    name: 'settings-backups',
    go: async (page) => {
      await page.keyboard.press('Control+,')
      await page.locator(t('backup-folder-choose')).click()
      await page.locator(t('backup-folder-own')).waitFor()
      await page.locator(t('backups-count')).click()
    },
  },
  {
    name: 'guide',
    query: '?empty',
    go: async (page) => {
      await page.locator(t('start-guide')).click()
      await page.locator(t('guide')).waitFor()
      await page.locator(t('card')).first().waitFor()
    },
  },
]
