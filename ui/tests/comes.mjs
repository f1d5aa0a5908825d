// What the page comes to. A window that hears from its desktop shows a change a moment later, on a busy machine a long moment:
// a value read once says what the machine was like.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE = Number(process.env.TIMEOUT ?? 30_000)

const asked =
  (check) =>
  async (read, ...rest) => {
    const until = Date.now() + PATIENCE
    for (;;) {
      const value = await read()
      try {
        return check(value, ...rest)
      } catch (error) {
        if (Date.now() > until) throw error
      }
      await pause(50)
    }
  }

/** The assertions of Node, of a value that is read again until it is as it should be; past the patience of a flow the last one fails. */
export const comes = {
  equal: asked(assert.equal),
  deepEqual: asked(assert.deepEqual),
  match: asked(assert.match),
  ok: asked(assert.ok),
}
