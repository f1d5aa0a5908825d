// The pictures of the README and the manual, light and dark, as the window is now: node tests/pictures.mjs [NAME…]
import { fileURLToPath } from 'node:url'
import { LOOKS, browse } from './browser.mjs'
import { scenes } from './scenes.mjs'

/** The main views, by the scenes that show them at work. */
const PICTURES = {
  read: 'read-disagreement',
  claims: 'claims',
  questions: 'questions',
  disagreements: 'disagreements',
  adding: 'adding-told',
  hidden: 'hidden-characters',
}
const wanted = process.argv.slice(2)
const folder = fileURLToPath(new URL('../../docs/images', import.meta.url))
const problems = await browse(async (open, found) => {
  for (const look of LOOKS.filter(({ name }) => name === 'light' || name === 'dark')) {
    for (const [name, shows] of Object.entries(PICTURES)) {
      if (wanted.length && !wanted.includes(name)) continue
      const scene = scenes.find((one) => one.name === shows)
      const page = await open(`${scene.query ?? '?'}&${look.query}`, {
        ...look.options,
        viewport: { width: 1280, height: 800 },
      })
      try {
        await scene.go(page)
        await page.waitForTimeout(250)
        await page.screenshot({ path: `${folder}/${name}-${look.name}.png` })
      } catch (error) {
        found.push(`${name} (${look.name}): ${error.message.split('\n')[0]}`)
      }
      await page.context().close()
    }
  }
})
for (const problem of problems) console.error(problem)
process.exit(problems.length ? 1 : 0)
