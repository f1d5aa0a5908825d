// Chromium over the fake desktop, served with the content security policy the desktop ships.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('../dist-fake', import.meta.url))
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}
// The policy is the desktop's own.
const shell = JSON.parse(await readFile(new URL('../../src-tauri/tauri.conf.json', import.meta.url), 'utf8'))
const POLICY = Object.entries(shell.app.security.csp)
  .map(([name, sources]) => `${name} ${sources}`)
  .join('; ')

const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path))

/** How the window may look: as asked for in the address, and as the system forces it. */
export const LOOKS = [
  { name: 'light', query: 'light', options: {} },
  { name: 'dark', query: 'dark', options: {} },
  { name: 'arabic', query: 'light&lang=ar', options: {} },
  { name: 'forced', query: 'dark', options: { forcedColors: 'active', colorScheme: 'dark' } },
]

/** The languages of the window, and the looks each is looked at in; all but the language can be changed in place. */
export const LANGUAGES = [
  {
    name: 'english',
    query: 'light',
    looks: [
      { name: 'light', theme: 'light', media: { forcedColors: 'none', colorScheme: 'light' } },
      { name: 'dark', theme: 'dark', media: { forcedColors: 'none', colorScheme: 'light' } },
      { name: 'forced', theme: 'dark', media: { forcedColors: 'active', colorScheme: 'dark' } },
    ],
  },
  {
    name: 'arabic',
    query: 'light&lang=ar',
    looks: [{ name: 'light', theme: 'light', media: { forcedColors: 'none', colorScheme: 'light' } }],
  },
]

/** Serves dist-fake on a free port. */
export async function serve() {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname)
    const file = join(root, path === '/' ? 'index.html' : path)
    try {
      const body = await readFile(file)
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': POLICY,
      })
      response.end(body)
    } catch {
      response.writeHead(path === '/favicon.ico' ? 204 : 404)
      response.end()
    }
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => new Promise((done) => server.close(done)) }
}

/** Runs `work(open, page → problems)` in a browser; console errors and page errors are collected. */
export async function browse(work) {
  if (!CHROMIUM)
    throw new Error('Chromium is needed: install it (apt-get install chromium) or set CHROMIUM to its path.')
  const server = await serve()
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const problems = []
  const open = async (query = '', options = {}) => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      bypassCSP: false,
      ...options,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(Number(process.env.TIMEOUT ?? 30_000))
    // SLOW=8: as on a machine eight times slower, which is where a flow that waits for too little shows itself.
    const slow = Number(process.env.SLOW ?? 1)
    if (slow > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slow })
    // As in the desktop: nothing may lean on a prototype that can be changed.
    await page.addInitScript(() => {
      Object.freeze(Object.prototype)
      // Sizes that change while sizes are told: the browser says so to the window alone.
      addEventListener('error', (event) => {
        if (event.message.startsWith('ResizeObserver')) console.error(event.message)
      })
    })
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`${query}: ${message.text()}`)
    })
    page.on('pageerror', (error) => problems.push(`${query}: ${error.message}`))
    await page.goto(server.url + query)
    // Keys before that are nobody's: the window has not heard yet what is open.
    await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0)
    await page.evaluate(() => document.fonts.ready)
    return page
  }
  try {
    await work(open, problems)
  } finally {
    await browser.close()
    await server.close()
  }
  return problems
}
