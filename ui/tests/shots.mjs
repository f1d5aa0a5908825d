// A picture of every view and dialog, light, dark and in forced colours: [SIZE=1280x800] [LOOK=light] node tests/shots.mjs [DIR] [NAME…]
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LOOKS, browse } from './browser.mjs'
import { scenes } from './scenes.mjs'

const [given, ...names] = process.argv.slice(2)
const [width, height] = (process.env.SIZE ?? '1440x900').split('x').map(Number)
const size = { viewport: { width, height } }
const folder = given ?? (await mkdtemp(join(tmpdir(), 'gainsay-shots-')))
await mkdir(folder, { recursive: true })
const problems = await browse(async (open, found) => {
  for (const look of LOOKS.filter((one) => !process.env.LOOK || one.name === process.env.LOOK)) {
    for (const scene of scenes) {
      if (names.length && !names.includes(scene.name)) continue
      const page = await open(`${scene.query ?? '?'}&${look.query}`, { ...look.options, ...size })
      try {
        await scene.go(page)
      } catch (error) {
        found.push(`${scene.name} (${look.name}): ${error.message.split('\n')[0]}`)
      }
      await page.waitForTimeout(250)
      await page.screenshot({ path: join(folder, `${scene.name}-${look.name}.png`) })
      await page.context().close()
    }
  }
})
console.log(folder)
for (const problem of problems) console.error(problem)
process.exit(problems.length ? 1 : 0)
