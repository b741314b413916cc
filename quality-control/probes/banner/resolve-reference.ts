/** Another file of the archive, or an address elsewhere; undefined for what loads nothing (`data:`, `#a`). */
export function resolveReference(
  from: string,
  reference: string,
): { path: string } | { address: string } | undefined {
  const text = reference.trim()
  if (text === '' || text.startsWith('#') || /[{}$]|^(?:data|blob|about|javascript|mailto|tel):/i.test(text))
    return undefined
  if (text.startsWith('//')) return { address: `https:${text}` }
  if (/^[a-z][a-z\d+.-]*:/i.test(text)) return { address: text.slice(0, 300) }
  const parts = text.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of decodedPath(text).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return { path: parts.join('/') }
}

function decodedPath(text: string): string {
  const plain = text.replace(/[?#].*$/, '')
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}
