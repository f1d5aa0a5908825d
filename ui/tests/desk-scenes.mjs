// The scenes of the review desk: Claims, Questions, Disagreements, Sheet, History and their dialogs.
const t = (name) => `[data-test="${name}"]`

const claims = async (page) => {
  await page.keyboard.press('Control+2')
  await page.locator(t('claim-row')).first().waitFor()
}
const questions = async (page) => {
  await page.keyboard.press('Control+3')
  await page.locator(t('answer-plot')).waitFor()
  await page.locator(t('matrix')).waitFor()
}
const disagreements = async (page) => {
  await page.keyboard.press('Control+4')
  await page.locator(t('pair-plot')).waitFor()
}
const sheet = async (page) => {
  await page.keyboard.press('Control+5')
  await page.locator(t('sheet-row')).first().waitFor()
}
const then =
  (view, ...keys) =>
  async (page) => {
    await view(page)
    for (const key of keys) await page.keyboard.press(key)
  }
const dialog = (view, key, name) => async (page) => {
  await then(view, key)(page)
  await page.locator(t(name)).waitFor()
}

/** The first document replaced with a newer file: three of its passages are to be decided. */
const replaced = async (page) => {
  await page.locator(t('document')).first().waitFor()
  await page.locator(t('document')).first().hover()
  await page.locator(t('edit-document')).first().click()
  await page.locator(t('document-replace')).click()
  await page.locator(t('anchoring')).first().waitFor()
}

export const deskScenes = [
  { name: 'claims', go: then(claims, 'j', 'Shift+ArrowDown', 'Shift+ArrowDown') },
  { name: 'claims-tags', go: dialog(then(claims, 'j', 'Shift+ArrowDown'), 't', 'tags-dialog') },
  { name: 'claims-question', go: dialog(then(claims, 'j'), 'q', 'put-under-dialog') },
  { name: 'claims-delete', go: dialog(then(claims, 'j', 'Shift+ArrowDown'), 'Delete', 'delete-dialog') },
  {
    name: 'claims-cell',
    go: async (page) => {
      await claims(page)
      await page.locator('[data-cell=value]').first().dblclick()
      await page.waitForFunction(
        () => !/^…?$/.test(document.querySelector('[data-test=cell-note]')?.textContent.trim() ?? ''),
      )
    },
  },
  {
    name: 'claims-cell-refused',
    go: async (page) => {
      await claims(page)
      await page.locator('[data-cell=tags], [data-cell=period]').first().dblclick()
      await page.locator(t('cell-field')).fill('some time')
      await page.locator('[data-test=cell-note].problem').waitFor()
    },
  },
  {
    name: 'claims-columns',
    go: async (page) => {
      await claims(page)
      await page.locator(t('claims-columns')).click()
      await page.locator(t('columns-dialog')).waitFor()
    },
  },
  {
    name: 'claims-filter',
    go: async (page) => {
      await claims(page)
      await page.keyboard.press('/')
      await page.keyboard.type('verdict:')
      await page.locator(t('query-offer')).first().waitFor()
    },
  },
  {
    name: 'claims-nothing',
    go: async (page) => {
      await claims(page)
      await page.keyboard.press('/')
      await page.keyboard.type('zeppelin')
      await page.locator(t('claims-nothing')).waitFor()
    },
  },
  { name: 'questions', go: then(questions, 'j') },
  { name: 'questions-time', go: then(questions, 'x') },
  { name: 'questions-stance', go: then(questions, 'x', 'x') },
  { name: 'questions-merge', go: dialog(questions, 'm', 'merge-dialog') },
  { name: 'questions-split', go: dialog(questions, 's', 'split-dialog') },
  { name: 'questions-rename', go: dialog(questions, 'F2', 'rename-question-dialog') },
  { name: 'questions-asks', go: dialog(questions, 'a', 'asks-dialog') },
  { name: 'questions-resolve', go: dialog(questions, 'r', 'resolve-dialog') },
  { name: 'disagreements', go: disagreements },
  { name: 'disagreements-dismiss', go: then(disagreements, 'd') },
  { name: 'disagreements-rationale', go: dialog(then(disagreements, 'd'), '5', 'rationale-dialog') },
  {
    name: 'disagreements-decided',
    go: async (page) => {
      await then(disagreements, 'c')(page)
      await page.locator(t('toast')).waitFor()
    },
  },
  { name: 'editions', go: replaced },
  { name: 'editions-lost', go: then(replaced, 'j', 'j') },
  { name: 'editions-place', go: dialog(replaced, 'p', 'choose-place-dialog') },
  {
    name: 'editions-empty',
    go: async (page) => {
      await then(replaced, 'a')(page)
      for (const left of [2, 1]) {
        await page.waitForFunction((n) => document.querySelectorAll('[data-test=anchoring]').length === n, left)
        await page.keyboard.press('o')
      }
      await page.locator(t('editions-empty')).waitFor()
    },
  },
  {
    name: 'editions-older',
    go: async (page) => {
      await replaced(page)
      await page.keyboard.press('r')
      await page.locator(t('older-passage')).waitFor()
      await page.locator(t('document')).first().hover()
      await page.locator(t('edit-document')).first().click()
      await page.locator(t('edition-read')).first().click()
      await page.locator(t('edition-dialog')).waitFor()
    },
  },
  {
    name: 'editions-document',
    go: async (page) => {
      await replaced(page)
      await page.keyboard.press('r')
      await page.locator(t('older-passage')).waitFor()
      await page.locator(t('document')).first().hover()
      await page.locator(t('edit-document')).first().click()
      await page.locator(t('editions')).waitFor()
    },
  },
  { name: 'sheet', go: sheet },
  {
    name: 'sheet-filtered',
    go: async (page) => {
      await sheet(page)
      await page.locator(t('verdict-unreviewed')).click()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'history',
    go: async (page) => {
      await then(disagreements, 'c')(page)
      await page.locator(t('toast')).waitFor()
      await page.keyboard.press('Control+z')
      await page.waitForTimeout(200)
      await page.keyboard.press('Control+6')
      await page.locator(t('operation')).first().waitFor()
    },
  },
  {
    name: 'history-claim',
    go: async (page) => {
      await claims(page)
      await page.keyboard.press('j')
      await page.keyboard.press('4')
      await page.locator(t('verdict-give')).click()
      await page.locator(t('toast')).waitFor()
      await page.keyboard.press('Control+6')
      await page.locator(t('claim-past')).waitFor()
    },
  },
  {
    name: 'sources',
    go: async (page) => {
      await page.keyboard.press('Control+7')
      await page.locator(t('source-row')).first().waitFor()
    },
  },
]
