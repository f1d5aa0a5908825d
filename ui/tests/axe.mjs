// axe-core over every view and dialog, light, dark and forced colours, under the shipped content security policy: no violation, no error.
// A scene is come to once a language; the looks are changed in place. Two pages are at work at a time.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { LANGUAGES, browse } from './browser.mjs'
import { scenes } from './scenes.mjs'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const names = process.argv.slice(2)
const wanted = scenes.filter((scene) => names.length === 0 || names.includes(scene.name))
const jobs = LANGUAGES.flatMap((language) => wanted.map((scene) => ({ language, scene })))
/** The dialogs that were open when axe looked. */
const opened = new Set()
let checked = 0
const problems = await browse(async (open, found) => {
  const worker = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const { scene, language } = job
      const named = `${scene.name} (${language.name})`
      try {
        await check(open, found, language, scene)
      } catch (error) {
        // A busy machine may lose a key on the way to a scene: that is tried once more, and said. A violation is not.
        console.log(`${named}: tried again: ${error.message.split('\n')[0]}`)
        await check(open, found, language, scene).catch((again) =>
          found.push(`${named}: ${again.message.split('\n')[0]}`),
        )
      }
    }
  }
  await Promise.all([worker(), worker()])
})
if (names.length === 0)
  for (const dialog of dialogs()) if (!opened.has(dialog)) problems.push(`no scene opens the dialog "${dialog}"`)
for (const problem of problems) console.error(problem)
console.log(`${checked} pages checked, ${problems.length} problems`)
process.exit(problems.length ? 1 : 0)

/** Goes to a scene in a language and has axe look at it in each of its looks. */
async function check(open, found, language, scene) {
  const page = await open(`${scene.query ?? '?'}&${language.query}`, { bypassCSP: true })
  try {
    await scene.go(page)
    await page.waitForTimeout(100)
    await page.addScriptTag({ path: axe })
    for (const look of language.looks) {
      await page.emulateMedia({ reducedMotion: 'reduce', ...look.media })
      await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), look.theme)
      const result = await page.evaluate(() =>
        window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
      )
      for (const violation of result.violations) {
        found.push(
          `${scene.name} (${language.name}, ${look.name}): ${violation.id}: ${violation.help}\n    ${violation.nodes
            .slice(0, 4)
            .map((node) => `${node.target} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`)
            .join('\n    ')}`,
        )
      }
      checked++
    }
    for (const name of await page.locator('dialog[open]').evaluateAll((all) => all.map((one) => one.dataset.test)))
      opened.add(name)
  } finally {
    await page.context().close()
  }
}

/** The names of the dialogs there are, in the sources of the views. */
function dialogs() {
  const source = fileURLToPath(new URL('../src', import.meta.url))
  const found = []
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.svelte')) continue
    for (const [, rest] of readFileSync(`${source}/${file}`, 'utf8').matchAll(/<Dialog\b([\s\S]*?test="[^"]*")/g))
      found.push(/test="([^"]*)"$/.exec(rest)[1])
  }
  return found
}
