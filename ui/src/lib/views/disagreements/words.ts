// The words one passage has and another has not, found by the longest common run of words.

export interface Stretch {
  start: number
  end: number
}

interface Word extends Stretch {
  word: string
}

/** Below this share of common words two passages are worded too differently for a comparison word by word to help. */
const ALIKE = 0.3

/** Words too common to say anything alone; a stretch does not begin or end with one. No negator is among them. */
const COMMON = new Set(
  'a an the of in on at to by for from with as and or that which it its this these was were is are be been has have had'.split(
    ' ',
  ),
)

/** Stretches of `mine`, in code points, whose words `theirs` does not have in this order; neighbours are joined. */
export function differing(mine: string, theirs: string): Stretch[] {
  const a = wordsOf(mine)
  const b = wordsOf(theirs)
  if (a.length === 0 || b.length === 0 || a.length * b.length > 250_000) return []
  const common = inCommon(a, b)
  if (common.size / Math.max(a.length, b.length) < ALIKE) return []
  const stretches: Word[][] = []
  a.forEach((word, index) => {
    if (common.has(index)) return
    const last = stretches.at(-1)
    if (last && index > 0 && !common.has(index - 1)) last.push(word)
    else stretches.push([word])
  })
  return stretches.flatMap((words) => {
    const first = words.find((word) => !COMMON.has(word.word))
    const last = words.findLast((word) => !COMMON.has(word.word))
    return first && last ? [{ start: first.start, end: last.end }] : []
  })
}

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let at = 0
  let open: Word | null = null
  for (const point of text) {
    if (/[\p{L}\p{N}\p{M}]/u.test(point)) {
      if (open === null) words.push((open = { start: at, end: at, word: '' }))
      open.word += point.toLowerCase()
      open.end = at + 1
    } else if (!/['’]/.test(point)) open = null
    at++
  }
  return words
}

/** Indices of `a` on a longest common subsequence with `b`. */
function inCommon(a: Word[], b: Word[]): Set<number> {
  const width = b.length + 1
  const length = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i * width + j] =
        a[i]?.word === b[j]?.word
          ? (length[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0)
    }
  }
  const common = new Set<number>()
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]?.word === b[j]?.word) {
      common.add(i)
      i++
      j++
    } else if ((length[(i + 1) * width + j] ?? 0) >= (length[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return common
}
