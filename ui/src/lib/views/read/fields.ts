// What the claim form holds, where it comes from, and what of it is sent. Pure.
import type { Claim, ClaimFields, Distance, Hedge, Proposal, Reading, Span, Stance, Value, When } from '../../types'

export interface Fields {
  statement: string
  value: string
  unit: string
  period: string
  place: string
  attributed_to: string
  distance: Distance | ''
  stance: Stance
  kind: string
  /** Parted by commas. */
  tags: string
  /** 0: not rated. */
  credibility: number
  note: string
  /** The question's text; its id where an existing one was chosen. */
  question: string
  questionId: string | null
}

export type FieldName = keyof Fields

export const blank = (): Fields => ({
  statement: '',
  value: '',
  unit: '',
  period: '',
  place: '',
  attributed_to: '',
  distance: '',
  stance: 'affirms',
  kind: '',
  tags: '',
  credibility: 0,
  note: '',
  question: '',
  questionId: null,
})

/** The form as the reader fills it. The question that it surely answers is chosen; else the new one is proposed. */
export function fromProposal(proposal: Proposal): Fields {
  const best = proposal.questions.find((question) => question.sure)
  return {
    ...blank(),
    statement: proposal.statement,
    value: proposal.value_words ?? valueWords(proposal.value),
    unit: proposal.value?.unit ?? '',
    period: periodWords(proposal.period),
    place: proposal.place ?? '',
    attributed_to: proposal.attributed_to ?? '',
    stance: proposal.stance,
    kind: proposal.kind ?? '',
    question: best?.question.text ?? proposal.new_question ?? '',
    questionId: best?.question.question ?? null,
  }
}

export function fromClaim(claim: Claim): Fields {
  return {
    statement: claim.statement,
    value: valueWords(claim.value),
    unit: claim.value?.unit ?? '',
    period: periodWords(claim.period),
    place: claim.place ?? '',
    attributed_to: claim.attributed_to ?? '',
    distance: claim.distance ?? '',
    stance: claim.stance,
    kind: claim.kind ?? '',
    tags: claim.tags.join(', '),
    credibility: claim.credibility ?? 0,
    note: claim.note ?? '',
    question: claim.question_text ?? '',
    questionId: claim.question,
  }
}

/** What to send: only what differs from how the form was filled, so that an exact reading is never replaced by its own
 *  words. `asked` sends the question even so: a new claim has none until it is told. */
export function given(now: Fields, initial: Fields, asked: boolean): ClaimFields {
  const fields: ClaimFields = {}
  for (const name of ['statement', 'place', 'attributed_to', 'period', 'kind', 'note', 'distance', 'value'] as const) {
    if (now[name] !== initial[name]) fields[name] = now[name].trim()
  }
  // A proposed place is kept once the reviewer has seen it: nothing else reads one.
  if (asked && now.place.trim()) fields.place = now.place.trim()
  // Words of a value carry no unit of their own here: they are sent together.
  if (now.unit !== initial.unit || (fields.value && now.unit)) fields.unit = now.unit.trim()
  if (now.stance !== initial.stance) fields.stance = now.stance
  if (now.credibility !== initial.credibility) fields.credibility = now.credibility
  if (now.tags !== initial.tags) fields.tags = tagsOf(now.tags)
  const moved = now.question !== initial.question || now.questionId !== initial.questionId
  if (moved || (asked && now.question.trim())) {
    fields.question = now.questionId ? { id: now.questionId } : { text: now.question.trim() }
  }
  return fields
}

export const tagsOf = (words: string): string[] => [
  ...new Set(
    words
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
]

export const same = (a: Fields, b: Fields): boolean =>
  (Object.keys(a) as FieldName[]).every((name) => a[name] === b[name])

const HEDGES: Record<Hedge, string> = {
  exact: '',
  approx: 'about ',
  at_least: 'at least ',
  at_most: 'at most ',
  more_than: 'more than ',
  less_than: 'less than ',
  almost: 'almost ',
  vague: 'about ',
}

/** A value as one would write it: words the reader reads back ("about 1 to 2 million"). */
export function valueWords(value: Value | null): string {
  if (!value || (value.low === null && value.high === null)) return ''
  const { low, high, hedge, per, change } = value
  const range = low !== null && high !== null && low !== high && hedge !== 'almost'
  const one = hedge === 'at_most' || hedge === 'less_than' || hedge === 'almost' ? (high ?? low) : (low ?? high)
  const open = low === null ? 'at most ' : high === null ? 'at least ' : ''
  const number = range ? `${figure(low)} to ${figure(high)}` : figure(one ?? 0)
  const direction = change === 'up' ? 'up ' : change === 'down' ? 'down ' : ''
  return `${direction}${HEDGES[hedge] || (range ? '' : open)}${number}${per ? ` per ${per}` : ''}`
}

function figure(number: number): string {
  for (const [size, word] of [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const) {
    if (
      Math.abs(number) >= size &&
      Number.isInteger(Math.round((number / size) * 1e4)) &&
      (number / size) * 1e4 === Math.round((number / size) * 1e4)
    )
      return `${(number / size).toLocaleString('en', { maximumFractionDigits: 4 })} ${word}`
  }
  return number.toLocaleString('en', { maximumFractionDigits: 6 })
}

/** A period as the form writes it: EDTF with the word that bounds it ("since 2014-12"). */
export function periodWords(period: When | null): string {
  if (!period?.edtf) return ''
  const bounded = period.relation === 'in' || period.relation === 'between' || /[/]|\.\./.test(period.edtf)
  return bounded ? period.edtf : `${period.relation} ${period.edtf}`
}

/** The very words each field was taken from. */
export function wordsBehind(
  reading: Reading,
  passage: Span,
  value: Value | null,
  place: string | null,
): Partial<Record<FieldName, Span>> {
  const quantity =
    reading.quantities.find(
      (one) => value && one.low === value.low && one.high === value.high && one.unit === value.unit,
    ) ?? (value ? reading.quantities[0] : undefined)
  const period = reading.periods.find((one) => one.edtf !== null) ?? reading.periods[0]
  const behind: Partial<Record<FieldName, Span>> = {}
  if (quantity) {
    behind.value = quantity
    behind.unit = quantity
  }
  if (period) behind.period = period
  if (reading.attributed_to[0]) behind.attributed_to = reading.attributed_to[0]
  const at = place ? [...passage.text].join('').indexOf(place) : -1
  if (place && at >= 0) {
    const start = passage.start + [...passage.text.slice(0, at)].length
    behind.place = { start, end: start + [...place].length, text: place }
  }
  return behind
}
