/**
 * Positions on an axis: linear and logarithmic scales with round ticks.
 *
 * Promises: every tick lies within the domain, ticks rise, the domain is never empty. Leaves out: labels (`number.ts`,
 * `time.ts`) and drawing.
 */

export type ScaleKind = 'linear' | 'log'
export type Pair = readonly [number, number]

export interface Scale {
  readonly kind: ScaleKind
  readonly domain: Pair
  readonly ticks: readonly number[]
  /** The position of a value; values beyond the domain are held at its ends. */
  at(value: number): number
}

/** Above this ratio of largest to smallest, a linear axis squeezes the small answers into a fortieth of its length. */
const LOG_RATIO = 40

/** Log where every value is positive and they span more than a linear axis can show; else linear. */
export function kindFor(values: readonly number[]): ScaleKind {
  const sizes = values.filter((value) => value !== 0)
  if (sizes.length < 2 || sizes.length < values.length || sizes.some((value) => value < 0)) return 'linear'
  return Math.max(...sizes) / Math.min(...sizes) >= LOG_RATIO ? 'log' : 'linear'
}

/** The step of 1, 2 or 5 times a power of ten that cuts `span` into about `count` parts. */
export function niceStep(span: number, count: number): number {
  const rough = span / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const error = rough / power
  return power * (error >= 7.07 ? 10 : error >= 3.16 ? 5 : error >= 1.41 ? 2 : 1)
}

/** A linear scale whose domain is widened to round steps around the values. */
export function linear(values: readonly number[], range: Pair, count = 6): Scale {
  let [low, high] = bounds(values)
  if (low === high) {
    const pad = Math.abs(low) * 0.25 || 1
    low -= pad
    high += pad
    // A size that cannot be negative is not shown on an axis that goes below nought.
    if (values.every((value) => value >= 0)) low = Math.max(0, low)
  }
  const step = niceStep(high - low, count)
  const from = Math.floor(low / step + 1e-9)
  const to = Math.ceil(high / step - 1e-9)
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => clean((from + index) * step))
  return scale('linear', [clean(from * step), clean(to * step)], ticks, range, (value) => value)
}

/** A logarithmic scale; every value must be positive. Ticks at 1, 2, 5 of each decade, powers of ten alone over many decades. */
export function log(values: readonly number[], range: Pair): Scale {
  const [low, high] = bounds(values)
  const decades = Math.log10(high) - Math.log10(low)
  const digits = decades <= 4 ? [1, 2, 5] : [1]
  const every = Math.max(1, Math.ceil(decades / 8))
  const steps: number[] = []
  for (let power = Math.floor(Math.log10(low)) - every; power <= Math.ceil(Math.log10(high)) + every; power++) {
    if (digits.length === 1 && power % every !== 0) continue
    for (const digit of digits) steps.push(clean(digit * 10 ** power))
  }
  const first = steps.findLastIndex((step) => step <= low)
  const last = steps.findIndex((step) => step >= high)
  const ticks = steps.slice(first, last + 1)
  if (ticks.length < 2) ticks.push(clean((ticks[0] ?? 1) * 2))
  return scale('log', [ticks[0] ?? low, ticks[ticks.length - 1] ?? high], ticks, range, Math.log10)
}

/** The scale that suits the values. */
export function scaleFor(values: readonly number[], range: Pair): Scale {
  return kindFor(values) === 'log' ? log(values, range) : linear(values, range)
}

/** A linear scale over exactly this domain, with ticks chosen elsewhere. */
export function plain(domain: Pair, ticks: readonly number[], range: Pair): Scale {
  return scale('linear', domain, ticks, range, (value) => value)
}

function scale(
  kind: ScaleKind,
  domain: Pair,
  ticks: readonly number[],
  range: Pair,
  ease: (value: number) => number,
): Scale {
  const from = ease(domain[0])
  const span = ease(domain[1]) - from || 1
  return {
    kind,
    domain,
    ticks,
    at(value) {
      const held = Math.min(domain[1], Math.max(domain[0], value))
      return range[0] + ((ease(held) - from) / span) * (range[1] - range[0])
    },
  }
}

function bounds(values: readonly number[]): [number, number] {
  const known = values.filter(Number.isFinite)
  return known.length ? [Math.min(...known), Math.max(...known)] : [0, 1]
}

/** Takes the binary dust off a product of a decimal step: 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12))
}
