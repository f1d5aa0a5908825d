// The two claims of a disagreement field by field: what each says, and how the two stand to one another there.
import type { Claim, Disagreement, Stance } from '$lib/types'
import { unitSign } from '$lib/plots/number'
import { extentOfPeriod, extentOfValue, gap } from '$lib/plots/extent'
import { periodWords, valueWords } from '$lib/plots/words'

export type Field = 'thing' | 'place' | 'period' | 'value' | 'stance'
export type Outcome = 'same' | 'taken' | 'overlaps' | 'differs' | 'weaker' | 'one-sided' | 'unstated'

export interface Compared {
  field: Field
  a: string
  b: string
  outcome: Outcome
}

/** The five fields, in the order of the table. The reasons of the core decide what differs; the rest is read off the claims. */
export function compared(a: Claim, b: Claim, disagreement: Disagreement): Compared[] {
  const reasons = new Set(disagreement.reasons.map((reason) => reason.kind))
  const words = (field: Field, left: string, right: string, outcome?: Outcome): Compared => ({
    field,
    a: left,
    b: right,
    outcome: outcome ?? outcomeOf(left, right),
  })
  return [
    thing(a, b, reasons.has('participants')),
    words('place', a.place ?? '', b.place ?? ''),
    words('period', periodWords(a.period), periodWords(b.period), reasons.has('period') ? 'differs' : periods(a, b)),
    words(
      'value',
      valueWords(a.value),
      valueWords(b.value),
      reasons.has('value') || reasons.has('unit') ? 'differs' : values(a, b),
    ),
    words('stance', a.stance, b.stance, stances(a.stance, b.stance, reasons.has('stance') || reasons.has('polarity'))),
  ]
}

/**
 * What both speak of: the things counted where both count, else the kinds. Claims on one question are taken to speak of
 * one thing, so other words alone do not make it another.
 */
function thing(a: Claim, b: Claim, differs: boolean): Compared {
  const nouns = [a, b].map((claim) => counted(claim.value?.unit ?? null))
  const [left, right] = nouns[0] && nouns[1] ? [nouns[0], nouns[1]] : [a.kind ?? '', b.kind ?? '']
  const outcome = outcomeOf(left, right)
  return { field: 'thing', a: left, b: right, outcome: differs ? 'differs' : outcome === 'differs' ? 'taken' : outcome }
}

/** The noun counted, in the plural; nothing for money, shares and measures. */
function counted(unit: string | null): string {
  return unit !== null && /^[a-z][a-z -]{3,}$/.test(unit) && unit !== 'percent' && unit !== 'times'
    ? unitSign(unit)
    : ''
}

function outcomeOf(left: string, right: string): Outcome {
  if (left === '' && right === '') return 'unstated'
  if (left === '' || right === '') return 'one-sided'
  return left.trim().toLowerCase() === right.trim().toLowerCase() ? 'same' : 'differs'
}

function periods(a: Claim, b: Claim): Outcome {
  const left = a.period && extentOfPeriod(a.period)
  const right = b.period && extentOfPeriod(b.period)
  if (!left || !right) return outcomeOf(periodWords(a.period), periodWords(b.period))
  if (left.low === right.low && left.high === right.high) return 'same'
  return gap(left, right) === 0 ? 'overlaps' : 'differs'
}

function values(a: Claim, b: Claim): Outcome {
  const left = a.value && extentOfValue(a.value)
  const right = b.value && extentOfValue(b.value)
  if (!left || !right || a.value?.unit !== b.value?.unit) return outcomeOf(valueWords(a.value), valueWords(b.value))
  if (left.low === right.low && left.high === right.high) return 'same'
  return gap(left, right) === 0 ? 'overlaps' : 'differs'
}

/** Denying is against affirming and reporting; to report or to doubt is weaker than to affirm. */
function stances(a: Stance, b: Stance, reason: boolean): Outcome {
  if (a === b) return 'same'
  return reason || a === 'denies' || b === 'denies' ? 'differs' : 'weaker'
}
