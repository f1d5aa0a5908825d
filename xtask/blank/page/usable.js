// As the desktop's own mark: the second frame begins once the first is painted.
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('usable')))
