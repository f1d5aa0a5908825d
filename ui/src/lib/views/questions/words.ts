// A claim's passage in pieces, the words of its answer apart: what the reader read the value or period from.
import type { Asks, Claim } from '$lib/types'

export interface WordsPiece {
  text: string
  answer: boolean
}

/** The passages joined by " … "; the words that carry the answer are marked, by what the question asks. */
export function answerWords(claim: Claim, asks: Asks): WordsPiece[] {
  const spans = asks === 'how-much' ? claim.reading.quantities : asks === 'when' ? claim.reading.periods : []
  const chosen = spans.filter((span) => fits(span, claim, asks))
  const marked = chosen.length > 0 ? chosen : spans.slice(0, 1)
  const pieces: WordsPiece[] = []
  const add = (text: string, answer: boolean) => {
    const last = pieces.at(-1)
    if (last?.answer === answer) last.text += text
    else pieces.push({ text, answer })
  }
  claim.passages.forEach((passage, index) => {
    if (index > 0) add(' … ', false)
    Array.from(passage.exact).forEach((point, offset) => {
      const at = passage.start + offset
      add(
        point === '\n' ? ' ' : point,
        marked.some((span) => at >= span.start && at < span.end),
      )
    })
  })
  return pieces
}

function fits(span: object, claim: Claim, asks: Asks): boolean {
  if (asks === 'how-much') {
    const { low, high } = span as Claim['reading']['quantities'][number]
    return claim.value !== null && claim.value.low === low && claim.value.high === high
  }
  const { from, to } = span as Claim['reading']['periods'][number]
  return claim.period !== null && claim.period.from === from && claim.period.to === to
}
