import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Actions, isTyping, spell } from '../actions.svelte'
import { standIn } from '../api'
import { commandsOf } from '../fake/commands'
import { FakeDesktop } from '../fake/desktop'
import { frameActions } from '../views/frame/actions.svelte'
import { form } from '../views/read/desk'
import { project } from './project.svelte'
import { toasts } from './toasts.svelte'
import type { OpenDocument } from '../types'
import { verdicts } from './verdicts.svelte'

const called: string[] = []
let fake: FakeDesktop
let commands: ReturnType<typeof commandsOf>

beforeEach(async () => {
  const handlers = new Map<string, (payload: never) => void>()
  fake = new FakeDesktop((event, payload) => handlers.get(event)?.(structuredClone(payload) as never))
  commands = commandsOf(fake)
  called.length = 0
  standIn({
    invoke: async (command, args) => {
      called.push(command)
      return structuredClone(await commands[command]?.((args ?? {}) as never)) as never
    },
    listen: async (event, handler) => {
      handlers.set(event, handler as never)
      return () => handlers.delete(event)
    },
  })
  project.open = null
  project.summary = null
  await project.start()
})
afterEach(() => vi.useRealTimers())

const settle = () => new Promise((done) => setTimeout(done, 20))
const first = () => project.open?.marks[0]?.claim ?? ''

describe('the project', () => {
  it('opens with its documents, the first one in the reader', () => {
    expect(project.summary?.claims).toBe(14)
    expect(project.documents).toHaveLength(5)
    expect(project.open?.document.title).toBe('The Maresh Corridor, Five Years On')
  })

  it('asks one question for the first page', () => {
    expect(called).toEqual(['start'])
  })

  it('begins a long text with its first pages, fetches the rest, and misses no change meanwhile', async () => {
    const whole = commands.document_open?.({ document: project.documents[1]?.document } as never) as OpenDocument
    commands.document_begin = () => ({
      ...whole,
      whole: false,
      blocks: whole.blocks.slice(0, 2),
      marks: whole.marks.slice(0, 1),
    })
    let answer: (open: OpenDocument) => void = () => {}
    commands.document_open = () => new Promise<OpenDocument>((done) => (answer = done))
    called.length = 0
    const shown = project.show(whole.document.document)
    await settle()
    expect([project.open?.whole, project.open?.blocks.length]).toEqual([false, 2])
    await vi.waitFor(() => expect(called).toContain('document_open'))
    const changed = { kind: 'x', summary: '', said: null, documents: [], questions: [], disagreements: [] }
    const claims = [whole.marks[0]?.claim ?? '']
    await project.changed({ ...changed, claims, lists: false, undo: null, redo: null })
    expect(called).not.toContain('document_anew')
    answer(whole)
    await shown
    expect([project.open?.whole, project.open?.blocks.length]).toEqual([true, whole.blocks.length])
    expect([project.opening, project.rest]).toEqual([null, null])
    expect(called.filter((name) => name.startsWith('document_'))).toEqual([
      'document_begin',
      'document_open',
      'document_anew',
    ])
  })

  it('takes back what was done a moment ago, though the summary that offers it has not come yet', async () => {
    commands.project_summary = () => new Promise(() => {})
    const actions = new Actions()
    actions.add(frameActions())
    commands.claim_delete?.({ claim: first() } as never)
    actions.run('undo')
    await settle()
    expect(fake.world?.claims).toHaveLength(14)
    expect(toasts.list.filter((toast) => toast.tone === 'problem')).toEqual([])
    expect(project.summary?.redo).not.toBeNull()
  })

  it('says that there is nothing to take back, which is no problem', async () => {
    toasts.clear()
    await project.undo()
    expect(toasts.list.map((toast) => [toast.text, toast.tone === 'problem'])).toEqual([
      ['There is nothing to undo.', false],
    ])
  })

  it('fetches again only what a change names', async () => {
    called.length = 0
    await project.changed({
      kind: 'x',
      summary: '',
      said: null,
      documents: [],
      claims: [],
      questions: [],
      disagreements: [],
      lists: false,
      undo: null,
      redo: null,
    })
    expect(called).toEqual(['project_summary'])
    called.length = 0
    await project.changed({
      kind: 'x',
      summary: '',
      said: null,
      documents: ['elsewhere'],
      claims: [],
      questions: [],
      disagreements: [],
      lists: false,
      undo: null,
      redo: null,
    })
    expect(called.sort()).toEqual(['documents', 'project_summary'])
    called.length = 0
    await project.changed({
      kind: 'x',
      summary: '',
      said: null,
      documents: [],
      claims: [first()],
      questions: [],
      disagreements: [],
      lists: false,
      undo: null,
      redo: null,
    })
    expect(called.sort()).toEqual(['document_anew', 'project_summary'])
    called.length = 0
    await project.changed({
      kind: 'x',
      summary: '',
      said: null,
      documents: [project.documents[1]?.document ?? ''],
      claims: [],
      questions: [],
      disagreements: [],
      lists: false,
      undo: null,
      redo: null,
    })
    expect(called.sort()).toEqual(['documents_named', 'project_summary'])
  })

  it('shows the document asked for last, whichever answer comes first', async () => {
    const [, b, c] = project.documents
    await Promise.all([project.show(b?.document ?? ''), project.show(c?.document ?? '')])
    expect(project.open?.document.document).toBe(c?.document)
  })

  it('tells a failure and gives null', async () => {
    toasts.clear()
    expect(await project.write(() => Promise.reject({ code: 'refused', message: 'Not so.' }))).toBeNull()
    expect(toasts.list.map((toast) => [toast.text, toast.tone])).toEqual([['Not so.', 'problem']])
    toasts.clear()
    await project.write(() => Promise.reject({ code: 'cancelled', message: 'Stopped.' }))
    expect(toasts.list).toEqual([])
  })
})

describe('a verdict', () => {
  it('over an open disagreement needs its reason, then is given with the override', async () => {
    const given = verdicts.ask([first()], 'corroborated', 'Trade')
    await verdicts.give()
    expect(verdicts.objection).toMatch(/open disagreement/)
    await verdicts.give()
    expect(verdicts.asked).not.toBeNull()
    verdicts.rationale = 'Two offices.'
    await verdicts.give()
    expect(await given).toBe(true)
    expect(fake.world?.claims[0]).toMatchObject({ verdict: 'corroborated', rationale: 'Two offices.' })
    expect(fake.world?.claims[0]?.verdicts[0]?.override).toBe(true)
  })
  it('left is not given; unreviewed asks for nothing', async () => {
    const left = verdicts.ask([first()], 'disputed', 'Trade')
    verdicts.cancel()
    expect(await left).toBe(false)
    expect(await verdicts.ask([first()], 'unreviewed', 'Trade')).toBe(true)
  })
})

describe('the claim form', () => {
  const open = async () => {
    const document = project.open?.document.document ?? ''
    await form.turnTo(document)
    await form.begin(document, 200, 260)
    return document
  }

  it('keeps what is half filled, and brings it back after another document', async () => {
    const document = await open()
    form.fields.statement = 'Half filled'
    form.touched()
    await form.turnTo(project.documents[1]?.document ?? '')
    expect(form.shown).toBe(false)
    await form.turnTo(document)
    expect(form.fields.statement).toBe('Half filled')
    expect(form.dirty).toBe(true)
    await form.discard()
    expect(fake.world?.drafts).toEqual({})
  })
  it('left untouched leaves no draft', async () => {
    const document = await open()
    await form.later()
    expect(fake.world?.drafts[`claim:${document}`]).toBeUndefined()
    expect(form.waiting).toEqual([])
  })
  it('sets a draft aside when another passage is taken up, and takes it up again', async () => {
    const document = await open()
    form.fields.statement = 'First'
    await form.begin(document, 300, 340)
    expect(form.waiting.map((draft) => draft.fields.statement)).toEqual(['First'])
    const [draft] = form.waiting
    if (draft) await form.resume(draft)
    expect(form.fields.statement).toBe('First')
    expect(form.waiting).toEqual([])
    await form.discard()
  })
  it('does not save without a statement; saving twice records one claim', async () => {
    await open()
    form.fields.statement = '  '
    expect(await form.save()).toBeNull()
    expect(form.problem).not.toBeNull()
    form.fields.statement = 'A claim.'
    const [one, two] = await Promise.all([form.save(), form.save()])
    expect([one?.claim.statement, two]).toEqual(['A claim.', null])
    expect(fake.world?.claims).toHaveLength(15)
    expect(form.dirty).toBe(false)
  })
  it('keeps what is being typed when the claim changes elsewhere, and goes when the claim goes', async () => {
    await form.turnTo(project.open?.document.document ?? null)
    const claim = first()
    await form.show(claim)
    form.fields.note = 'typing'
    commands.claim_verdict?.({ claims: [claim], verdict: 'disputed', rationale: 'x', overrides: false } as never)
    await form.refresh()
    expect([form.claim?.verdict, form.fields.note]).toEqual(['disputed', 'typing'])
    commands.claim_delete?.({ claim } as never)
    await form.refresh()
    expect(form.shown).toBe(false)
    await settle()
  })
})

describe('actions', () => {
  const press = (key: string, more: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, code: '', ...more })

  it('the layer added last wins a key, and only where it may act', () => {
    const registry = new Actions()
    const ran: string[] = []
    registry.add([{ id: 'frame', title: '', group: '', keys: ['c'], run: () => ran.push('frame') }])
    let may = true
    const remove = registry.add([
      { id: 'view', title: '', group: '', keys: ['c'], when: () => may, run: () => ran.push('view') },
    ])
    expect(registry.match(press('c'), false, false)?.id).toBe('view')
    may = false
    expect(registry.match(press('c'), false, false)?.id).toBe('frame')
    may = true
    remove()
    expect(registry.match(press('c'), false, false)?.id).toBe('frame')
  })
  it('plain keys are letters while typing, Ctrl and Alt are not; a dialog lets through only its own', () => {
    const registry = new Actions()
    registry.add([
      { id: 'plain', title: '', group: '', keys: ['w'], run: () => {} },
      { id: 'shifted', title: '', group: '', keys: ['Shift+?'], run: () => {} },
      { id: 'ctrl', title: '', group: '', keys: ['Control+k'], inDialog: true, run: () => {} },
      { id: 'alt', title: '', group: '', keys: ['Alt+v'], run: () => {} },
    ])
    const ids = (typing: boolean, dialog: boolean) =>
      [press('w'), press('?', { shiftKey: true }), press('k', { ctrlKey: true }), press('v', { altKey: true })].map(
        (event) => registry.match(event, typing, dialog)?.id ?? null,
      )
    expect(ids(false, false)).toEqual(['plain', 'shifted', 'ctrl', 'alt'])
    expect(ids(true, false)).toEqual([null, null, 'ctrl', 'alt'])
    expect(ids(false, true)).toEqual([null, null, 'ctrl', null])
  })
  it('layers that are put below stay below, also when they come again later', () => {
    const registry = new Actions()
    const layer = (id: string) => [{ id, title: '', group: '', keys: ['c'], run: () => {} }]
    const remove = registry.add(layer('frame'), 'below')
    registry.add(layer('view'))
    remove()
    registry.add(layer('frame again'), 'below')
    expect(registry.match(press('c'), false, false)?.id).toBe('view')
    expect(registry.all.map((action) => action.id)).toEqual(['frame again', 'view'])
  })
  it('a key of other letters is taken by its place', () => {
    const registry = new Actions()
    registry.add([
      { id: 'wave', title: '', group: '', keys: ['w'], run: () => {} },
      { id: 'next', title: '', group: '', keys: [']'], run: () => {} },
      { id: 'open', title: '', group: '', keys: ['Shift+}', '}'], run: () => {} },
      { id: 'undo', title: '', group: '', keys: ['Control+z'], run: () => {} },
    ])
    const id = (key: string, code: string, more: KeyboardEventInit = {}) =>
      registry.match(press(key, { code, ...more }), false, false)?.id
    expect(id('ص', 'KeyW')).toBe('wave')
    expect(id('د', 'BracketRight')).toBe('next')
    expect(id('ذ', 'BracketRight', { shiftKey: true })).toBe('open')
    expect(id('ئ', 'KeyZ', { ctrlKey: true })).toBe('undo')
    // A Latin letter is what it says, wherever it stands.
    expect(id('w', 'KeyZ')).toBe('wave')
    expect(id('ض', 'KeyQ')).toBeUndefined()
  })
  it('keys are spelled as on the keyboard', () => {
    expect(['Control++', 'Control+Shift+z', 'Shift+?', 'Escape', ']', 'Alt+v'].map(spell)).toEqual([
      'Ctrl++',
      'Ctrl+Shift+Z',
      '?',
      'Esc',
      ']',
      'Alt+V',
    ])
  })
  it('knows where one types', () => {
    const radio = Object.assign(document.createElement('input'), { type: 'radio' })
    expect(
      [document.createElement('textarea'), document.createElement('input'), radio, document.body].map(isTyping),
    ).toEqual([true, true, false, false])
  })
})
