// Giving verdicts: one way for every view. Keys 1–4 and the radios call `ask`; the window shows the dialog it opens.
import * as api from '../api'
import { messages } from '../messages'
import type { VerdictWord } from '../types'
import { project } from './project.svelte'
import { toasts } from './toasts.svelte'

export const VERDICTS: VerdictWord[] = ['unreviewed', 'corroborated', 'disputed', 'unverifiable']

export interface Asked {
  claims: string[]
  verdict: VerdictWord
  /** What is judged, in words. */
  subject: string
}

export class Verdicts {
  asked = $state.raw<Asked | null>(null)
  rationale = $state('')
  /** Why a reason is needed: the rule that refused it. */
  objection = $state<string | null>(null)
  busy = $state(false)
  #done: (given: boolean) => void = () => {}

  /** Asks for the reason, then gives the verdict; settles with whether it was given. *Unreviewed* needs no reason. */
  ask(claims: string[], verdict: VerdictWord, subject: string, rationale = ''): Promise<boolean> {
    if (claims.length === 0) return Promise.resolve(false)
    this.#done(false)
    this.asked = { claims, verdict, subject }
    this.rationale = rationale
    this.objection = null
    const settled = new Promise<boolean>((done) => (this.#done = done))
    if (verdict === 'unreviewed') void this.give()
    return settled
  }

  async give(): Promise<void> {
    const asked = this.asked
    if (!asked || this.busy) return
    const reason = this.rationale.trim()
    if (this.objection && !reason) {
      toasts.announce(messages.shell.verdict.needsReason)
      return
    }
    this.busy = true
    try {
      await api.claimVerdict(asked.claims, asked.verdict, reason || null, this.objection !== null)
      project.saved = true
      toasts.announce(messages.shell.verdict.given({ verdict: messages.words.verdict[asked.verdict] }))
      this.#close(true)
    } catch (thrown) {
      const { code, message } = api.failure(thrown)
      if (code === 'needs_override') this.objection = message
      else {
        toasts.problem(message)
        this.#close(false)
      }
    } finally {
      this.busy = false
    }
  }

  cancel(): void {
    this.#close(false)
  }

  #close(given: boolean): void {
    this.asked = null
    this.rationale = ''
    this.objection = null
    this.#done(given)
    this.#done = () => {}
  }
}

export const verdicts = new Verdicts()
