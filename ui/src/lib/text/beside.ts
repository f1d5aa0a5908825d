// Cards beside a text: each as near as can be to its passage, none over another.

export interface Wanted {
  /** Where the card would like to start. */
  top: number
  height: number
}

interface Cluster {
  from: number
  to: number
  height: number
  /** Sum of where its cards would like the cluster to start. */
  sum: number
  count: number
}

/** Tops for cards in the order given, `gap` apart and not above `least`: the least movement in squares (pool adjacent violators). */
export function beside(cards: readonly Wanted[], gap = 6, least = 0): number[] {
  const clusters: Cluster[] = []
  const start = (cluster: Cluster) => Math.max(least, cluster.sum / cluster.count)
  cards.forEach((card, at) => {
    clusters.push({ from: at, to: at + 1, height: card.height + gap, sum: card.top, count: 1 })
    for (;;) {
      const last = clusters.at(-1)
      const before = clusters.at(-2)
      if (!last || !before || start(before) + before.height <= start(last)) break
      clusters.pop()
      before.sum += last.sum - last.count * before.height
      before.count += last.count
      before.height += last.height
      before.to = last.to
    }
  })
  const tops: number[] = []
  for (const cluster of clusters) {
    let top = start(cluster)
    for (let at = cluster.from; at < cluster.to; at++) {
      tops.push(top)
      top += (cards[at]?.height ?? 0) + gap
    }
  }
  return tops
}
