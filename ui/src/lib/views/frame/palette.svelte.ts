// What the palette finds: actions and documents at once, questions, claims and words of documents as the search answers.
import * as api from '../../api'
import { actions, spell } from '../../actions.svelte'
import type { IconName } from '../../components/icons'
import { messages } from '../../messages'
import { frame } from '../../state/frame.svelte'
import { project } from '../../state/project.svelte'
import { cutAround, parts, type Part } from '../../text/hits'
import type { Hits } from '../../types'

export interface Entry {
  id: string
  icon: IconName
  parts: Part[]
  detail?: string
  keys?: string
  run: () => void
}

export class Search {
  words = $state('')
  at = $state(0)
  hits = $state.raw<Hits | null>(null)
  #asked = 0

  readonly prefix = $derived(/^[>@?]/.exec(this.words)?.[0] ?? '')
  readonly query = $derived(this.words.slice(this.prefix.length).trim())
  readonly groups = $derived(
    [
      { title: messages.shell.palette.actions, entries: this.#of('>', () => this.#actions()) },
      { title: messages.shell.palette.documents, entries: this.#of('@', () => this.#documents()) },
      { title: messages.shell.palette.questions, entries: this.#of('?', () => this.#questions()) },
      { title: messages.shell.palette.claims, entries: this.#of('', () => this.#claims()) },
      { title: messages.shell.palette.words, entries: this.#of('', () => this.#paragraphs()) },
    ].filter((group) => group.entries.length > 0),
  )
  readonly flat = $derived(this.groups.flatMap((group) => group.entries))

  /** Asks the project's search for the words typed; only the last answer counts. Run in an effect. */
  look(): void {
    const query = this.query
    this.at = 0
    const asked = ++this.#asked
    if (!query || !project.summary || this.prefix === '>' || this.prefix === '@') {
      this.hits = null
      return
    }
    setTimeout(() => {
      if (asked !== this.#asked) return
      api.search(query, 6).then(
        (hits) => {
          if (asked === this.#asked) this.hits = hits
        },
        () => {},
      )
    }, 60)
  }

  move(step: number): void {
    const all = this.flat.length
    if (all) this.at = (this.at + step + all) % all
  }

  run(entry: Entry | undefined): void {
    if (!entry) return
    frame.close()
    entry.run()
  }

  #of(prefix: string, entries: () => Entry[]): Entry[] {
    return this.prefix === '' || this.prefix === prefix ? entries() : []
  }

  #matches(text: string): boolean {
    const low = text.toLowerCase()
    return this.query
      .toLowerCase()
      .split(/\s+/)
      .every((word) => low.includes(word))
  }

  #actions(): Entry[] {
    return actions.all
      .filter((action) => !action.keyOnly && (action.when?.() ?? true) && this.#matches(action.title))
      .slice(0, this.query ? 6 : 8)
      .map((action) => ({
        id: `action-${action.id}`,
        icon: (action.icon as IconName | undefined) ?? 'go',
        parts: parts(action.title, this.query),
        keys: action.keys?.[0] ? spell(action.keys[0]) : undefined,
        run: () => actions.run(action.id),
      }))
  }

  #documents(): Entry[] {
    return project.documents
      .filter((row) => (this.query || this.prefix === '@') && this.#matches(`${row.title} ${row.author ?? ''}`))
      .slice(0, 6)
      .map((row) => ({
        id: row.document,
        icon: 'doc',
        parts: parts(row.title, this.query),
        detail: row.author ?? row.publisher ?? undefined,
        run: () => {
          project.go('read')
          void project.show(row.document)
        },
      }))
  }

  #questions(): Entry[] {
    return (this.hits?.questions ?? []).map((row) => ({
      id: row.question,
      icon: row.disagreements ? 'ne' : 'question',
      parts: parts(row.text, this.query),
      detail: messages.words.state[row.state].toLowerCase(),
      run: () => project.go('questions', row.question),
    }))
  }

  #claims(): Entry[] {
    return (this.hits?.claims ?? []).map((row) => ({
      id: row.claim,
      icon: 'quote',
      parts: parts(row.statement, this.query),
      detail: row.document_title,
      run: () => void project.goToClaim(row.document, row.claim),
    }))
  }

  #paragraphs(): Entry[] {
    return (this.hits?.paragraphs ?? []).map((row) => ({
      id: `${row.document}-${row.start}`,
      icon: 'doc',
      parts: parts(`“${cutAround(row.snippet, this.query)}”`, this.query),
      detail: row.document_title,
      run: () => {
        project.go('read')
        void project.show(row.document, { at: [row.start, row.end] })
      },
    }))
  }
}
