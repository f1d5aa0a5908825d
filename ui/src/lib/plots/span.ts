/**
 * Brackets over a plot that join the two sides of a disagreement, stacked so that none crosses another's words.
 */
export interface Between {
  id: string
  /** Positions of the two sides. */
  from: number
  to: number
  /** What both sides are, so that a reprint's disagreement is not drawn twice. */
  key: string
  severity: number
  label: string
  distance: string
}

export interface Spanned extends Between {
  /** 0 is the level nearest the rows. */
  level: number
  /** Ids of all disagreements this bracket stands for, its own first. */
  ids: string[]
  /** Left edge and width of the label. */
  labelLeft: number
  labelWidth: number
}

/** An average character of 12 px text. */
export const CHARACTER = 6.4
const AIR = 12

/**
 * Brackets, gravest first, at most `most`; equal ones stand for one another. Returns them with how many were left out.
 * `range` is what a label may not leave.
 */
export function layBetween(
  all: readonly Between[],
  range: readonly [number, number],
  most = 3,
): { spans: Spanned[]; left: number } {
  const kept = new Map<string, Spanned>()
  for (const one of [...all].sort((a, b) => b.severity - a.severity)) {
    const twin = kept.get(one.key)
    if (twin) twin.ids.push(one.id)
    else kept.set(one.key, { ...one, level: 0, ids: [one.id], labelLeft: 0, labelWidth: 0 })
  }
  const chosen = [...kept.values()].slice(0, most)
  // Narrow ones nearest the rows: a wide bracket over a narrow one reads as an arch, the other way round they cross.
  const placed: Spanned[] = []
  for (const span of [...chosen].sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from))) {
    span.labelWidth = Math.min(range[1] - range[0], span.label.length * CHARACTER + 24)
    const middle = (span.from + span.to) / 2 - span.labelWidth / 2
    span.labelLeft = Math.max(range[0], Math.min(middle, range[1] - span.labelWidth))
    const left = Math.min(span.from, span.to, span.labelLeft) - AIR
    const right = Math.max(span.from, span.to, span.labelLeft + span.labelWidth) + AIR
    const crossing = placed.filter((other) => {
      const otherLeft = Math.min(other.from, other.to, other.labelLeft)
      const otherRight = Math.max(other.from, other.to, other.labelLeft + other.labelWidth)
      return otherLeft < right && otherRight > left
    })
    span.level = crossing.length ? Math.max(...crossing.map((other) => other.level)) + 1 : 0
    placed.push(span)
  }
  return { spans: placed, left: kept.size - chosen.length }
}
