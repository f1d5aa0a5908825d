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
      try {
        await check(open, found, look, scene)
      } catch (error) {
        // A busy machine may lose a key on the way to a scene: that is tried once more, and said. A violation is not.
        console.log(`${scene.name} (${look.name}): tried again: ${error.message.split('\n')[0]}`)
        await check(open, found, look, scene).catch((again) =>
          found.push(`${scene.name} (${look.name}): ${again.message.split('\n')[0]}`),
        )
      }
    }
  }
})
for (const problem of problems) console.error(problem)
console.log(`${checked} pages checked, ${problems.length} problems`)
process.exit(problems.length ? 1 : 0)

/** Goes to a scene in a look and has axe look at it. */
async function check(open, found, look, scene) {
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
  } finally {
    await page.context().close()
  }
}
