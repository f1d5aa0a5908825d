// Newer editions on the fake desktop: a replacement that changes a figure, rewords a sentence and loses a passage.
import type { AnchorDecision, Anchoring, AnchoringQuery, Passage, Piece } from '../types'
import { refuse, type FakeDesktop } from './desktop'
import { deed, titleOf } from './said'
import { PASSWORD } from './files'
import { cut, id, type World } from './world'

const FATES = ['figure_changed', 'reworded', 'lost'] as const

/** The sentence a passage stands in, in pieces; `change` puts other words in the place of the first figure or word. */
function pieces(text: string, at: Passage, change: string | null): { old: Piece[]; new: Piece[] } {
  const from = Math.max(0, [...text.slice(0, text.length)].slice(0, at.start).join('').lastIndexOf('. ') + 1)
  const before = cut(text, from, at.start).trimStart()
  const same = (words: string, passage: boolean): Piece => ({ kind: 'same', passage, text: words })
  const hit = /\d[\d.,]*\d|\d/.exec(at.exact) ?? /\p{L}+/u.exec(at.exact)
  if (change === null || !hit) return { old: [same(before, false), same(at.exact, true)], new: [] }
  const head = at.exact.slice(0, hit.index)
  const tail = at.exact.slice(hit.index + hit[0].length)
  const kind = /\d/.test(hit[0]) ? 'alarmed' : 'changed'
  const around = (words: string): Piece[] => [
    same(before, false),
    same(head, true),
    { kind, passage: true, text: words },
    same(tail, true),
  ]
  return { old: around(hit[0]), new: around(change) }
}

function anchoring(world: World, document: string, nth: number): Anchoring | null {
  const claim = world.claims.filter((row) => row.document === document)[nth]
  const old = claim?.passages[0]
  const { text } = world.texts[document] ?? { text: '' }
  const fate = FATES[nth]
  if (!claim || !old || !fate) return null
  const change = fate === 'figure_changed' ? '915' : 'Elsewhere'
  const both = pieces(text, old, fate === 'lost' ? null : change)
  const edition = world.documents.find((row) => row.document === document)?.editions ?? 2
  old.older = true
  old.awaits = fate
  claim.awaits = true
  return {
    anchoring: id('a2c0', nth),
    document,
    document_title: claim.document_title,
    claim: claim.claim,
    statement: claim.statement,
    nth: 0,
    fate,
    state: 'pending',
    old: { ...old, page: '12' },
    old_edition_number: edition - 1,
    new: fate === 'lost' ? null : { ...old, older: false, awaits: null, page: '13' },
    new_edition_number: edition,
    alarms:
      fate === 'figure_changed'
        ? [{ kind: 'figure', old: both.old.find((one) => one.kind !== 'same')?.text ?? '', new: change }]
        : [],
    old_pieces: both.old,
    new_pieces: both.new,
    others:
      fate === 'lost'
        ? [0, 1].map((at) => ({
            start: at * 40,
            end: at * 40 + 30,
            context: `…${cut(text, at * 40, at * 40 + 90)}…`,
            page: null,
          }))
        : [],
    reviewer: null,
    at: null,
  }
}

function settle(world: World): void {
  for (const document of world.documents)
    document.awaiting = world.anchorings.filter(
      (row) => row.document === document.document && row.state === 'pending',
    ).length
}

interface Args {
  document: string
  newer: string
  password: string | null
  path: string | null
  query: AnchoringQuery
  anchoring: string
  decision: AnchorDecision
  number: number
}

export const editionCommands = (fake: FakeDesktop): Record<string, (given: never) => unknown> => {
  const replace = (document: string) =>
    fake.write('replace-document', deed('replaceDocument', { document: titleOf(fake, document) }), (world) => {
      const row = world.documents.find((other) => other.document === document) ?? refuse('not_found', 'No document.')
      world.older[document] = [...(world.older[document] ?? []), world.texts[document] ?? { text: '', blocks: [] }]
      row.editions += 1
      world.anchorings = [0, 1, 2].flatMap((nth) => anchoring(world, document, nth) ?? [])
      settle(world)
      const count = (fate: string) => world.anchorings.filter((one) => one.fate === fate).length
      return {
        ...row,
        edition_number: row.editions,
        fates: {
          same: 2,
          moved: 0,
          reworded: count('reworded'),
          figure_changed: count('figure_changed'),
          lost: count('lost'),
        },
      }
    })
  const commands: Record<string, (given: Args) => unknown> = {
    document_replace: ({ document, path: given, password }) => {
      const path = given ?? fake.replacing
      if (path.includes('locked') && password !== PASSWORD)
        return { replaced: null, locked: { id: null, file: path, tried: password !== null } }
      return { replaced: replace(document), locked: null }
    },
    document_replace_with: ({ document, newer }) => {
      const replaced = replace(document)
      fake.here.documents = fake.here.documents.filter((row) => row.document !== newer)
      return replaced
    },
    anchorings: ({ query }) => {
      const own = fake.here.anchorings.filter((row) => !query.document || row.document === query.document)
      const pending = own.filter((row) => row.state === 'pending')
      return { anchorings: query.all ? own : pending, next: null, pending: pending.length, queued: own.length }
    },
    anchoring_decide: ({ anchoring: which, decision }) =>
      fake.write('accept-anchor', deed('acceptAnchor', { passage: '…', statement: '…' }), (world) => {
        const row = world.anchorings.find((one) => one.anchoring === which) ?? refuse('not_found', 'No such passage.')
        if (decision === 'accept' && !row.new) refuse('refused', 'No place was found for this passage.')
        row.state = decision === 'accept' ? 'accepted' : decision === 'keep' ? 'kept' : 'placed'
        const claim = world.claims.find((one) => one.claim === row.claim)
        if (claim) claim.awaits = false
        for (const passage of claim?.passages ?? []) passage.awaits = null
        if (decision === 'remove') world.claims = world.claims.filter((one) => one.claim !== row.claim)
        settle(world)
        return null
      }),
    editions: ({ document }) => {
      const row = fake.here.documents.find((other) => other.document === document)
      return Array.from({ length: row?.editions ?? 1 }, (_, at) => ({
        edition: id('ed10', at),
        number: at + 1,
        current: at + 1 === row?.editions,
        created: `2026-02-0${at + 1}T09:00:00Z`,
        file: at === 0 ? null : '/home/mara/corrected.txt',
        chars: row?.chars ?? 0,
        sha256: row?.sha256 ?? '',
      }))
    },
    edition_open: ({ document, number }) => {
      const row = fake.here.documents.find((other) => other.document === document)
      return {
        document: row,
        edition: id('ed10', number),
        edition_number: number,
        editions: row?.editions ?? 1,
        current: false,
        ...(fake.here.older[document]?.[number - 1] ?? fake.here.texts[document]),
        references: [],
        pages: [],
        marks: [],
        suggestions: [],
        relations: [],
      }
    },
  }
  return commands as never
}
