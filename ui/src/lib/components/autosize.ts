// A text area as tall as its words: `field-sizing` is not everywhere yet.

/** An attachment; `words` is read so that it runs again when they change. */
export const autosize = (words: string) => (node: HTMLTextAreaElement) => {
  void words
  node.style.height = 'auto'
  node.style.height = `${node.scrollHeight + node.offsetHeight - node.clientHeight}px`
}
