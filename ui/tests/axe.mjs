// axe-core over every view and dialog, light, dark and forced colours, under the shipped content security policy: no violation, no error.
import { createRequire } from 'node:module'
import { LOOKS, browse } from './browser.mjs'
import { scenes } from './scenes.mjs'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const names = process.argv.slice(2)
let checked = 0
const problems = await browse(async (open, found) => {
  for (const look of LOOKS) {
    for (const scene of scenes) {
      if (names.length && !names.includes(scene.name)) continue
      const page = await open(`${scene.query ?? '?'}&${look.query}`, { bypassCSP: true, ...look.options })
      try {
        await scene.go(page)
        await page.waitForTimeout(100)
        await page.addScriptTag({ path: axe })
        const result = await page.evaluate(() =>
          window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
        )
        for (const violation of result.violations) {
          found.push(
            `${scene.name} (${look.name}): ${violation.id}: ${violation.help}\n    ${violation.nodes
              .slice(0, 4)
              .map((node) => `${node.target} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`)
              .join('\n    ')}`,
          )
        }
        checked++
      } catch (error) {
        found.push(`${scene.name} (${look.name}): ${error.message.split('\n')[0]}`)
      }
      await page.context().close()
    }
  }
})
for (const problem of problems) console.error(problem)
console.log(`${checked} pages checked, ${problems.length} problems`)
process.exit(problems.length ? 1 : 0)
