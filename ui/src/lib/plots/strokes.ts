/**
 * Stance as line and shape, so that it is told without colour: affirms solid ●, denies double ✕, doubts wavy △, reports dashed ○.
 */
import type { Stance } from '$lib/types'

export const STANCES: readonly Stance[] = ['affirms', 'reports', 'doubts', 'denies']

/** The paths of a horizontal line from `from` to `to`. */
export function stanceLine(
  stance: Stance,
  from: number,
  to: number,
  y: number,
): { paths: string[]; dash: string | null } {
  const left = round(Math.min(from, to))
  const right = round(Math.max(from, to))
  switch (stance) {
    case 'denies':
      return { paths: [`M${left} ${y - 1.6}H${right}`, `M${left} ${y + 1.6}H${right}`], dash: null }
    case 'doubts':
      return { paths: [wave(left, right, y)], dash: null }
    case 'reports':
      return { paths: [`M${left} ${y}H${right}`], dash: '4 3' }
    default:
      return { paths: [`M${left} ${y}H${right}`], dash: null }
  }
}

/** The shape of a stance, 12 px wide around 0 0; a filled shape is drawn with its stroke's colour. */
export function stanceShape(stance: Stance): { path: string; filled: boolean } {
  switch (stance) {
    case 'denies':
      return { path: 'M-4 -4L4 4M4 -4L-4 4', filled: false }
    case 'doubts':
      return { path: 'M0 -4.6L4.8 4H-4.8Z', filled: false }
    case 'reports':
      return { path: circle(4), filled: false }
    default:
      return { path: circle(4.2), filled: true }
  }
}

function circle(r: number): string {
  return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
}

function wave(from: number, to: number, y: number): string {
  const waves = Math.max(1, Math.floor((to - from) / 8))
  const each = (to - from) / waves
  const quarter = round(each / 4)
  let path = `M${from} ${y}`
  for (let index = 0; index < waves; index++) path += `q${quarter} -3 ${round(each / 2)} 0t${round(each / 2)} 0`
  return path
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
