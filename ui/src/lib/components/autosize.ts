// A text area as tall as its words: `field-sizing` is not everywhere yet.

/** How many characters each area held when it was measured last. */
const held = new WeakMap<HTMLTextAreaElement, number>()

/** An attachment; `words` is read so that it runs again when they change. */
export const autosize = (words: string) => (node: HTMLTextAreaElement) => {
  const before = held.get(node)
  held.set(node, words.length)
  // A key more that still has room: the height stays, and the page is laid out once rather than twice.
  if (before !== undefined && words.length === before + 1 && node.scrollHeight <= node.clientHeight) return
  node.style.height = 'auto'
  node.style.height = `${node.scrollHeight + node.offsetHeight - node.clientHeight}px`
}
