// A picture of every view and dialog, light and dark: node tests/shots.mjs [DIR] [NAME…]
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browse } from './browser.mjs'
import { scenes } from './scenes.mjs'

const [given, ...names] = process.argv.slice(2)
const folder = given ?? (await mkdtemp(join(tmpdir(), 'gainsay-shots-')))
await mkdir(folder, { recursive: true })
const problems = await browse(async (open, found) => {
  for (const theme of ['light', 'dark']) {
    for (const scene of scenes) {
      if (names.length && !names.includes(scene.name)) continue
      const page = await open(`${scene.query ?? '?'}&${theme}`)
      try {
        await scene.go(page)
      } catch (error) {
        found.push(`${scene.name} (${theme}): ${error.message.split('\n')[0]}`)
      }
      await page.waitForTimeout(250)
      await page.screenshot({ path: join(folder, `${scene.name}-${theme}.png`) })
      await page.context().close()
    }
  }
})
console.log(folder)
for (const problem of problems) console.error(problem)
process.exit(problems.length ? 1 : 0)
