// What can be done in Read, and the moves between reader, form and disagreement.
import { tick } from 'svelte'
import type { Action } from '../../actions.svelte'
import * as api from '../../api'
import { messages } from '../../messages'
import { project } from '../../state/project.svelte'
import { toasts } from '../../state/toasts.svelte'
import { VERDICTS, verdicts } from '../../state/verdicts.svelte'
import { ENDS } from '../../text/cursor'
import { selected } from '../../text/dom'
import type { VerdictWord } from '../../types'
import { cursorActions } from './cursor'
import { arising, form, passages, reader } from './desk'
import { library } from './library.svelte'

const { groups } = messages.shell
const writable = () => project.summary !== null && !project.summary.read_only && reader.id !== null

export const focusOn = async (selector: string) => {
  await tick()
  const node = document.querySelector<HTMLElement>(selector)
  node?.focus({ preventScroll: true })
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) node.select()
}

/** To the next open suggestion of this document; after the last one, to the first of the next document that has some. */
export async function nextOpen(): Promise<void> {
  if (reader.stepOn()) return
  if (project.rest) {
    await project.rest
    if (reader.stepOn()) return
  }
  const next = library.nextOpen(reader.id)
  if (!next) {
    toasts.announce(messages.read.allCovered)
    return
  }
  await project.show(next.document)
  // The reader turns to the document first.
  await tick()
  const first = reader.id === next.document ? reader.suggestions.find((one) => !one.dismissed) : undefined
  if (!first) return
  reader.choose(first)
  await focusOn('[data-test="reader"]')
}

/** Opens the form on what is selected, or on the current suggestion. */
export async function claimTarget(): Promise<void> {
  // The selection's own event may still be under way.
  const article = document.querySelector('[data-test="article"]')
  reader.selection = (article && selected(article)) ?? reader.selection
  const { target, id } = reader
  if (!target || !id) {
    toasts.announce(messages.read.nothingSelected)
    return
  }
  if (!(await form.begin(id, ...target))) return
  arising.close()
  reader.claim = null
  reader.selection = null
  await focusOn('[data-test="claim-statement"]')
}

/** Shows a recorded claim in the pane, and where it stands. */
export async function showClaim(claim: string, scroll = false): Promise<void> {
  if (!(await form.show(claim))) return
  if (arising.claim !== claim) arising.close()
  reader.claim = claim
  reader.suggestion = null
  const here = form.older ? reader.open?.marks.find((mark) => mark.claim === claim)?.ranges[0] : undefined
  const at = form.older ? here : form.passage && ([form.passage.start, form.passage.end] as [number, number])
  if (scroll && at) reader.scrollTo(at)
}

export async function saveClaim(): Promise<void> {
  await passages.keep()
  const at = form.claim === null && form.document === reader.id ? form.passage : null
  if (at && form.savable) reader.record([at.start, at.end], form.fields.stance)
  const recorded = await form.save()
  reader.recorded(recorded?.claim.claim ?? null)
  if (!recorded) {
    if (form.problem) await focusOn('[data-test="claim-statement"]')
    else if (form.claim && !form.dirty) await focusOn('[data-test="reader"]')
    return
  }
  reader.claim = recorded.claim.claim
  reader.suggestion = null
  window.getSelection()?.removeAllRanges()
  if (recorded.disagreements.length) {
    await arising.show(recorded)
    await focusOn('[data-test="arising"]')
  } else await focusOn('[data-test="reader"]')
}

export async function leaveForm(): Promise<void> {
  await passages.keep()
  await form.later()
  reader.claim = null
  await focusOn('[data-test="reader"]')
}

export async function verdict(word: VerdictWord): Promise<void> {
  const claim = form.claim
  if (!claim) return
  await verdicts.ask([claim.claim], word, claim.statement, claim.verdict === word ? (claim.rationale ?? '') : '')
}

export async function decide(status: 'confirmed' | 'dismissed', rationale: string | null): Promise<void> {
  await arising.decide(status, rationale)
  toasts.announce(status === 'confirmed' ? messages.read.disagreement.confirmed : messages.read.disagreement.dismissed)
  await focusOn(arising.current ? '[data-test="arising"]' : '[data-test="reader"]')
}

export async function later(): Promise<void> {
  await arising.later()
  await focusOn(arising.current ? '[data-test="arising"]' : '[data-test="reader"]')
}

/** Shows the open disagreements of the claim in the pane. */
export async function reviewDisagreements(): Promise<void> {
  const claim = form.claim
  if (!claim) return
  const live = await Promise.all(claim.disagreements.map((id) => api.disagreementOpen(id).catch(() => null)))
  const open = live.flatMap((one) => (one?.disagreement.status === 'open' ? [one.disagreement] : []))
  await arising.review(
    claim.claim,
    open.toSorted((a, b) => b.severity - a.severity),
  )
  if (arising.current) await focusOn('[data-test="arising"]')
  else project.go('disagreements')
}

export async function removeClaim(): Promise<void> {
  await form.delete()
  reader.claim = null
  await focusOn('[data-test="reader"]')
}

/** Right and left move the end of the passage, up and down its start. */
const field = (letter: string, test: string, title: string): Action => ({
  id: `field-${test}`,
  title,
  group: messages.read.form.title,
  keys: [`Alt+${letter}`],
  keyOnly: true,
  when: () => form.shown,
  run: () => void focusOn(`[data-test="claim-${test}"]`),
})

export function readActions(select: (at: [number, number]) => void): Action[] {
  const f = messages.read.form
  const stance = (letter: string, word: 'affirms' | 'denies' | 'doubts' | 'reports'): Action => ({
    ...field(letter, `stance-${word}`, messages.words.stance[word]),
    run: () => {
      form.fields.stance = word
      form.touched()
      void focusOn(`[data-test="claim-stance-${word}"]`)
    },
  })
  const idle = () => arising.current === null
  return [
    {
      id: 'claim',
      title: messages.read.claimIt,
      group: groups.suggestion,
      keys: ['Enter'],
      icon: 'plus',
      when: () => writable() && idle() && (reader.target !== null || window.getSelection()?.isCollapsed === false),
      run: () => void claimTarget(),
    },
    {
      id: 'next-suggestion',
      title: messages.read.nextSuggestion,
      group: groups.suggestion,
      keys: [']'],
      when: () => reader.id !== null,
      run: () => reader.step(1),
    },
    {
      id: 'previous-suggestion',
      title: messages.read.previousSuggestion,
      group: groups.suggestion,
      keys: ['['],
      when: () => reader.id !== null,
      run: () => reader.step(-1),
    },
    {
      id: 'next-open',
      title: messages.read.nextOpen,
      group: groups.suggestion,
      keys: ['Shift+}', '}'],
      when: () => library.open > 0,
      run: () => void nextOpen(),
    },
    {
      id: 'wave',
      title: messages.read.waveOff,
      group: groups.suggestion,
      keys: ['w'],
      when: () => writable() && reader.current !== null,
      run: () => void reader.wave(),
    },
    {
      id: 'show-waved',
      title: messages.read.showWaved,
      group: groups.suggestion,
      when: () => reader.id !== null,
      run: () => (reader.showDismissed = !reader.showDismissed),
    },
    ...cursorActions(select),
    {
      id: 'add-passage',
      title: f.addPassage,
      group: groups.claim,
      keys: ['Shift+Enter'],
      icon: 'plus',
      when: () => writable() && idle() && passages.further !== null,
      run: () => void passages.add(),
    },
    ...ENDS.map(([key, edge, by]): Action => ({
      id: `passage-${edge}-${by === 1 ? 'later' : 'earlier'}`,
      title: f.ends[edge][by === 1 ? 'later' : 'earlier'],
      group: groups.claim,
      keys: [`Alt+Shift+${key}`],
      keyOnly: true,
      when: () => writable() && form.shown,
      run: () => passages.move(edge, by),
    })),
    {
      id: 'next-hidden',
      title: messages.read.hidden.next,
      group: groups.document,
      when: () => reader.id !== null,
      run: () => reader.stepHidden(),
    },
    {
      id: 'find',
      title: messages.read.find,
      group: groups.document,
      keys: ['Control+f'],
      icon: 'look',
      when: () => reader.id !== null,
      run: () => {
        reader.finding = true
        void focusOn('[data-test="find-input"]')
      },
    },
    {
      id: 'next-document',
      title: messages.read.nextDocument,
      group: groups.document,
      keys: ['j'],
      when: idle,
      run: () => stepDocument(1),
    },
    {
      id: 'previous-document',
      title: messages.read.previousDocument,
      group: groups.document,
      keys: ['k'],
      when: idle,
      run: () => stepDocument(-1),
    },
    ...VERDICTS.map((word, n): Action => ({
      id: `verdict-${word}`,
      title: messages.shell.action.verdict({ verdict: messages.words.verdict[word] }),
      group: groups.verdict,
      keys: [`${n + 1}`],
      when: () => form.claim !== null && !arising.dismissing,
      run: () => void verdict(word),
    })),
    {
      id: 'delete-claim',
      title: f.delete,
      group: groups.claim,
      keys: ['Control+Delete'],
      icon: 'bin',
      when: () => writable() && form.claim !== null,
      run: () => void removeClaim(),
    },
    {
      id: 'confirm',
      title: messages.read.disagreement.confirm,
      group: groups.disagreement,
      keys: ['c'],
      when: () => arising.current !== null,
      run: () => void decide('confirmed', null),
    },
    {
      id: 'dismiss',
      title: messages.read.disagreement.dismiss,
      group: groups.disagreement,
      keys: ['d'],
      when: () => arising.current !== null,
      run: () => (arising.dismissing = true),
    },
    ...messages.read.disagreement.reasons.map((reason, n): Action => ({
      id: `dismiss-${n}`,
      title: messages.desk.disagreements.actions.dismissAs({ why: reason }),
      group: groups.disagreement,
      keys: [`${n + 1}`],
      keyOnly: true,
      when: () => arising.dismissing,
      run: () => void decide('dismissed', reason),
    })),
    {
      id: 'later',
      title: messages.read.disagreement.later,
      group: groups.disagreement,
      keys: ['Escape'],
      keyOnly: true,
      when: () => arising.current !== null && !inForm(),
      run: () => void later(),
    },
    {
      id: 'leave-form',
      title: f.later,
      group: groups.claim,
      keys: ['Escape'],
      keyOnly: true,
      whileTyping: true,
      when: () => form.shown,
      run: () => void leaveForm(),
    },
    {
      id: 'clear',
      title: messages.shell.cancel,
      group: groups.claim,
      keys: ['Escape'],
      keyOnly: true,
      when: () => reader.target !== null,
      run: () => {
        reader.suggestion = null
        reader.selection = null
        window.getSelection()?.removeAllRanges()
      },
    },
    field('s', 'statement', f.statement),
    field('v', 'value', f.value),
    field('u', 'unit', f.unit),
    field('p', 'period', f.period),
    field('l', 'place', f.place),
    field('c', 'attributed_to', f.attributed_to),
    field('q', 'question', f.question),
    field('t', 'tags', f.tags),
    field('k', 'kind', f.kind),
    stance('a', 'affirms'),
    stance('d', 'denies'),
    stance('b', 'doubts'),
    stance('r', 'reports'),
  ]
}

const inForm = () =>
  document.activeElement?.closest('[data-test="claim-form"]') !== null &&
  document.activeElement !== null &&
  document.activeElement !== document.body

function stepDocument(by: 1 | -1) {
  const at = project.documents.findIndex((row) => row.document === reader.id)
  const next = project.documents[Math.min(project.documents.length - 1, Math.max(0, at + by))]
  if (next) void project.show(next.document)
}
