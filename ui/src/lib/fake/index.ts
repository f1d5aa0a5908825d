// A desktop in memory, for development and tests in a browser. Never in the shipped bundle: lib/api.ts loads it in mode "fake" only.
// `?empty` starts without a project, `?long` makes the first document long, `?dark` and `?light` set the theme,
// `?lang=ar` the language.
import type { Desktop } from '../api'
import { commandsOf } from './commands'
import { FakeDesktop } from './desktop'

export function desktop(): Desktop {
  const handlers = new Map<string, Set<(payload: unknown) => void>>()
  const emit = (event: string, payload: unknown) => {
    for (const handler of handlers.get(event) ?? []) handler(structuredClone(payload))
  }
  const fake = new FakeDesktop(emit, !location.search.includes('empty'))
  const commands = commandsOf(fake)
  if (location.search.includes('dark')) fake.settings.theme = 'dark'
  if (location.search.includes('light')) fake.settings.theme = 'light'
  if (location.search.includes('lang=ar')) fake.settings.language = 'ar'
  Object.assign(window, { fakeDesktop: fake })
  return {
    invoke: async (command, args = {}) => {
      const run = commands[command]
      if (!run) throw Object.assign(new Error(`The fake desktop has no ${command}.`), { code: 'internal' })
      return structuredClone(await run(args as never)) as never
    },
    listen: async (event, handler) => {
      const set = handlers.get(event) ?? new Set()
      handlers.set(event, set.add(handler as (payload: unknown) => void))
      return () => set.delete(handler as (payload: unknown) => void)
    },
  }
}
